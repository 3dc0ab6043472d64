package dev.sluice.engine.observation.insights.syntax;

import java.util.List;

/** One step of a query. {@code offset} is where its keyword stands, from 0. */
public sealed interface Command {
    int offset();

    /** @param name the alias, or the expression as it was written */
    record Named(Expression expression, String name) {}

    record Fields(List<Named> items, int offset) implements Command {}

    record Display(List<Named> items, int offset) implements Command {}

    record Filter(Expression condition, int offset) implements Command {}

    record Stats(List<Named> aggregates, List<Named> groups, int offset) implements Command {}

    record Sort(List<Key> keys, int offset) implements Command {}

    record Key(Expression expression, boolean descending) {}

    /** @param any whether it does not matter which rows */
    record Limit(int rows, boolean any, int offset) implements Command {}

    /** @param names one for each star */
    record ParseGlob(Expression source, String glob, List<String> names, int offset) implements Command {}

    /** A regular expression whose named groups become fields. */
    record ParseRegex(Expression source, String regex, int offset) implements Command {}

    record Dedup(List<Expression> fields, int offset) implements Command {}

    record Unnest(Expression list, String name, int offset) implements Command {}

    record Pattern(Expression source, int offset) implements Command {}

    /** The field {@code @message}, which {@code parse} reads unless told otherwise. */
    static Expression message(int offset) {
        return new Expression.Field(List.of("@message"), offset);
    }
}
