package dev.sluice.engine.observation.insights.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a command computes for a row. {@code offset} is where it stands in the query, from 0. */
public sealed interface Expression {
    int offset();

    record Text(String value, int offset) implements Expression {}

    record Number(double value, int offset) implements Expression {}

    record Duration(Period period, int offset) implements Expression {}

    /** @param path a name and its parts; indexes are digits */
    record Field(List<String> path, int offset) implements Expression {}

    record Negative(Expression operand, int offset) implements Expression {}

    /** @param operator {@code + - * / %} or {@code ^} */
    record Arithmetic(char operator, Expression left, Expression right, int offset) implements Expression {}

    /** @param operator {@code = != < <= >} or {@code >=} */
    record Comparison(String operator, Expression left, Expression right, int offset) implements Expression {}

    /** Contains a text, or matches a regular expression somewhere. */
    record Like(Expression operand, String pattern, boolean isRegex, boolean negated, int offset)
            implements Expression {}

    record In(Expression operand, List<Expression> values, boolean negated, int offset) implements Expression {}

    record And(Expression left, Expression right, int offset) implements Expression {}

    record Or(Expression left, Expression right, int offset) implements Expression {}

    record Not(Expression operand, int offset) implements Expression {}

    /** {@code *} inside {@code count(*)}. */
    record Star(int offset) implements Expression {}

    /** @param name in lower case */
    record Call(String name, List<Expression> arguments, int offset) implements Expression {}

    /** A part of a structure: {@code jsonParse(@message).items[0]}. */
    record Part(Expression structure, List<String> path, int offset) implements Expression {}

    /**
     * The text two expressions share exactly if they say the same: by it a command after {@code stats} finds the column
     * that {@code stats} made.
     */
    default String canonical() {
        return switch (this) {
            case Text(String value, int o) -> "\"" + value + "\"";
            case Number(double value, int o) -> Double.toString(value);
            case Duration(Period period, int o) -> period.toString();
            case Field(List<String> path, int o) -> String.join(".", path);
            case Negative(Expression operand, int o) -> "-(" + operand.canonical() + ")";
            case Arithmetic(char operator, Expression left, Expression right, int o) ->
                "(" + left.canonical() + operator + right.canonical() + ")";
            case Comparison(String operator, Expression left, Expression right, int o) ->
                "(" + left.canonical() + operator + right.canonical() + ")";
            case Like(Expression operand, String pattern, boolean isRegex, boolean negated, int o) ->
                "(" + operand.canonical() + (negated ? " not" : "") + (isRegex ? " =~ " : " like ") + pattern + ")";
            case In(Expression operand, List<Expression> values, boolean negated, int o) ->
                "(" + operand.canonical() + (negated ? " not in " : " in ") + canonical(values) + ")";
            case And(Expression left, Expression right, int o) ->
                "(" + left.canonical() + " and " + right.canonical() + ")";
            case Or(Expression left, Expression right, int o) ->
                "(" + left.canonical() + " or " + right.canonical() + ")";
            case Not(Expression operand, int o) -> "not(" + operand.canonical() + ")";
            case Star(int o) -> "*";
            case Call(String name, List<Expression> arguments, int o) -> name + "(" + canonical(arguments) + ")";
            case Part(Expression structure, List<String> path, int o) ->
                structure.canonical() + "." + String.join(".", path);
        };
    }

    private static String canonical(List<Expression> list) {
        return list.stream().map(Expression::canonical).collect(Collectors.joining(","));
    }

    /** The plain name if this is one without parts. */
    default Optional<String> plainName() {
        return this instanceof Field field && field.path().size() == 1
                ? Optional.of(field.path().getFirst())
                : Optional.empty();
    }
}
