package dev.sluice.engine.observation.insights.evaluation;

import dev.sluice.engine.observation.insights.QueryException;
import dev.sluice.engine.observation.insights.syntax.Command;
import dev.sluice.engine.observation.insights.syntax.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code stats}: rows in, one row for each group out, the groups in the order in which they were met. */
final class Grouping {
    /** Most groups; more would fill the memory without telling anybody anything. */
    private static final int MOST_GROUPS = 1_000_000;

    private final Evaluation[] groups;
    private final List<Gathered> gathered = new ArrayList<>();
    private final Scope results = Scope.ofResults();
    private final int[] groupSlots;
    private final List<Output> outputs = new ArrayList<>();

    /** One aggregate call and the hidden slot of its result. */
    private record Gathered(
            String name, double percent, @Nullable Evaluation value, int slot) {}

    /** A column computed of the results of aggregates. */
    private record Output(int slot, Evaluation value) {}

    /** More groups than can be held. */
    static final class TooManyGroupsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyGroupsException() {
            super(
                    "stats makes more than " + MOST_GROUPS + " groups; group by less, or filter first.",
                    null,
                    false,
                    false);
        }
    }

    Grouping(Command.Stats stats, Scope before, ExpressionCompiler compiler) throws QueryException {
        groups = new Evaluation[stats.groups().size()];
        groupSlots = new int[groups.length];
        for (int i = 0; i < groups.length; i++) {
            Command.Named group = stats.groups().get(i);
            groups[i] = compiler.compile(group.expression(), before);
            groupSlots[i] = results.define(group.name(), group.expression());
        }
        var columns = new ArrayList<Integer>();
        var inner = new ArrayList<Expression>();
        for (Command.Named aggregate : stats.aggregates()) {
            inner.add(withGathered(aggregate.expression(), before, compiler));
        }
        for (Command.Named aggregate : stats.aggregates()) {
            columns.add(results.define(aggregate.name(), aggregate.expression()));
        }
        for (int i = 0; i < inner.size(); i++) {
            outputs.add(new Output(columns.get(i), outer(inner.get(i), compiler)));
        }
    }

    /** The columns it makes, groups first. */
    Scope results() {
        return results;
    }

    /**
     * Replaces each aggregate call by the hidden column of its result, so that {@code sum(a) / count(*)} is computed of
     * two columns.
     */
    private Expression withGathered(Expression expression, Scope before, ExpressionCompiler compiler)
            throws QueryException {
        return switch (expression) {
            case Expression.Call call when Aggregates.isAggregate(call) -> gather(call, before, compiler);
            case Expression.Call(String name, List<Expression> arguments, int offset) -> {
                var replaced = new ArrayList<Expression>();
                for (Expression argument : arguments) {
                    replaced.add(withGathered(argument, before, compiler));
                }
                yield new Expression.Call(name, List.copyOf(replaced), offset);
            }
            case Expression.Negative(Expression operand, int offset) ->
                new Expression.Negative(withGathered(operand, before, compiler), offset);
            case Expression.Arithmetic(char operator, Expression left, Expression right, int offset) ->
                new Expression.Arithmetic(
                        operator, withGathered(left, before, compiler), withGathered(right, before, compiler), offset);
            case Expression.Number number -> number;
            case Expression.Text text -> text;
            case Expression.Duration duration -> duration;
            default ->
                throw compiler.error(
                        "stats computes aggregates such as count(*), sum(x) or pct(x, 99); a plain field belongs after by.",
                        expression);
        };
    }

    private Expression gather(Expression.Call call, Scope before, ExpressionCompiler compiler) throws QueryException {
        boolean isPercentile = call.name().equals("pct") || call.name().equals("percentile");
        double percent = isPercentile ? percent(call, compiler) : 0;
        List<Expression> arguments = call.arguments();
        boolean all =
                call.name().equals("count") && (arguments.isEmpty() || arguments.getFirst() instanceof Expression.Star);
        if (!all && arguments.size() != (isPercentile ? 2 : 1)) {
            throw compiler.error(
                    call.name() + " takes " + (isPercentile ? "a field and a percentage." : "one argument."), call);
        }
        Evaluation value = all ? null : compiler.compile(arguments.getFirst(), before);
        String column = results.hiddenName(gathered.size());
        gathered.add(new Gathered(call.name(), percent, value, results.define(column)));
        return new Expression.Field(List.of(column), call.offset());
    }

    private static double percent(Expression.Call call, ExpressionCompiler compiler) throws QueryException {
        if (call.arguments().size() == 2
                && call.arguments().get(1) instanceof Expression.Number(double value, int o)
                && value >= 0
                && value <= 100) {
            return value;
        }
        throw compiler.error("pct takes a field and a percentage from 0 to 100: pct(latency, 99).", call);
    }

    private Evaluation outer(Expression expression, ExpressionCompiler compiler) throws QueryException {
        return compiler.compile(expression, results);
    }

    /** The rows of one part of the events. */
    final class Groups {
        private final Map<Key, Aggregate[]> byKey = new LinkedHashMap<>();

        void add(Row row) {
            var values = new @Nullable Object[groups.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = groups[i].of(row);
            }
            Aggregate[] aggregates = byKey.computeIfAbsent(new Key(values), unused -> fresh());
            long timeMillis = row.hasEvent() ? row.events().timestampMillis(row.index()) : 0;
            for (int i = 0; i < aggregates.length; i++) {
                Evaluation value = gathered.get(i).value();
                aggregates[i].add(value == null ? Boolean.TRUE : value.of(row), timeMillis);
            }
        }

        private Aggregate[] fresh() {
            if (byKey.size() >= MOST_GROUPS) {
                throw new TooManyGroupsException();
            }
            return gathered.stream()
                    .map(each -> Aggregates.of(each.name(), each.percent()))
                    .toArray(Aggregate[]::new);
        }

        void merge(Groups later) {
            later.byKey.forEach((key, aggregates) -> {
                Aggregate[] own = byKey.putIfAbsent(key, aggregates);
                if (own != null) {
                    for (int i = 0; i < own.length; i++) {
                        own[i].merge(aggregates[i]);
                    }
                }
            });
        }

        List<Row> rows() {
            if (byKey.isEmpty() && groups.length == 0) {
                byKey.put(new Key(new @Nullable Object[0]), fresh()); // count(*) of nothing is 0
            }
            var rows = new ArrayList<Row>(byKey.size());
            byKey.forEach((key, aggregates) -> rows.add(row(key, aggregates)));
            return rows;
        }

        private Row row(Key key, Aggregate[] aggregates) {
            var row = new Row(results.slots(), null, 0);
            for (int i = 0; i < groupSlots.length; i++) {
                row.slots[groupSlots[i]] = key.values[i];
            }
            for (int i = 0; i < aggregates.length; i++) {
                row.slots[gathered.get(i).slot()] = aggregates[i].result();
            }
            outputs.forEach(output -> row.slots[output.slot()] = output.value().of(row));
            return row;
        }
    }

    Groups groups() {
        return new Groups();
    }

    /** Values of a group; 5 and "5" are the same, as they look. */
    private static final class Key {
        private final @Nullable Object[] values;
        private final @Nullable Object[] texts;
        private final int hash;

        Key(@Nullable Object[] values) {
            this.values = values;
            texts = new @Nullable Object[values.length];
            for (int i = 0; i < values.length; i++) {
                texts[i] = values[i] instanceof Time time ? time : Values.text(values[i]);
            }
            hash = Arrays.hashCode(texts);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Arrays.equals(texts, key.texts);
        }
    }
}
