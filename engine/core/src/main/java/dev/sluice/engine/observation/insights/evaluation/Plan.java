package dev.sluice.engine.observation.insights.evaluation;

import dev.sluice.engine.observation.insights.QueryException;
import dev.sluice.engine.observation.insights.syntax.Command;
import dev.sluice.engine.observation.insights.syntax.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query ready to run: runs of stages that see one row at a time, and between them what has to see all rows.
 *
 * @param slots slots of a row that is an event
 * @param segments in order; only the last may end without a gather
 * @param columns name and value of what a row shows at the end
 * @param showsPointer whether rows are still events, which carry {@code @ptr}
 */
public record Plan(int slots, List<Segment> segments, List<Column> columns, boolean showsPointer) {
    /** Rows that a query without a limit gives, unless its caller says otherwise. */
    public static final int DEFAULT_LIMIT = 10_000;

    /**
     * Stages, then perhaps a gather.
     *
     * @param stops whether rows beyond those that the gather wants need not be looked at
     */
    record Segment(List<Stage> stages, Optional<Gather> gather, boolean stops) {}

    /** What a row shows. */
    record Column(String name, Evaluation value) {}

    /**
     * Makes a plan.
     *
     * @param nowSeconds what {@code now()} gives, seconds since 1970-01-01T00:00Z
     * @param defaultLimit rows of a query that has no limit of its own
     */
    public static Plan of(String query, List<Command> commands, long nowSeconds, int defaultLimit)
            throws QueryException {
        return new Planner(query, commands, nowSeconds, defaultLimit).plan();
    }

    private static final class Planner {
        private final List<Command> commands;
        private final ExpressionCompiler compiler;
        private final int defaultLimit;
        private final List<Segment> segments = new ArrayList<>();
        private final Map<String, Evaluation> fields = new LinkedHashMap<>();
        private final Map<String, Evaluation> displayed = new LinkedHashMap<>();
        private List<Stage> stages = new ArrayList<>();
        private Scope scope = Scope.ofEvents();
        private final Scope events = scope;

        Planner(String query, List<Command> commands, long nowSeconds, int defaultLimit) {
            this.commands = commands;
            this.compiler = new ExpressionCompiler(query, nowSeconds);
            this.defaultLimit = defaultLimit;
        }

        Plan plan() throws QueryException {
            for (int i = 0; i < commands.size(); i++) {
                add(i);
            }
            List<Column> columns = columns();
            if (commands.stream().noneMatch(Command.Limit.class::isInstance)) {
                gather(new Gather.First(defaultLimit), false);
            } else {
                segments.add(new Segment(List.copyOf(stages), Optional.empty(), false));
            }
            return new Plan(events.slots(), List.copyOf(segments), columns, scope.isOfEvents());
        }

        private void add(int at) throws QueryException {
            switch (commands.get(at)) {
                case Command.Fields(List<Command.Named> items, int o) -> show(items, fields);
                case Command.Display(List<Command.Named> items, int o) -> {
                    displayed.clear();
                    show(items, displayed);
                }
                case Command.Filter(Expression condition, int o) ->
                    stages.add(Stage.filter(compiler.compile(condition, scope)));
                case Command.Stats stats -> stats(stats);
                case Command.Sort(List<Command.Key> keys, int o) -> sort(keys, at);
                case Command.Limit(int rows, boolean any, int o) -> gather(new Gather.First(rows), any);
                case Command.ParseGlob glob -> parse(glob);
                case Command.ParseRegex regex -> parse(regex);
                case Command.Dedup(List<Expression> list, int o) -> dedup(list);
                case Command.Unnest(Expression list, String name, int o) -> {
                    Evaluation value = compiler.compile(list, scope);
                    stages.add(Stage.unnest(value, scope.define(name)));
                }
                case Command.Pattern(Expression source, int o) -> pattern(source);
            }
        }

        private void show(List<Command.Named> items, Map<String, Evaluation> shown) throws QueryException {
            for (Command.Named item : items) {
                Evaluation value = compiler.compile(item.expression(), scope);
                boolean plain = item.expression() instanceof Expression.Field field
                        && String.join(".", field.path()).equals(item.name());
                if (plain) {
                    shown.put(item.name(), value);
                } else {
                    int slot = scope.define(item.name(), item.expression());
                    stages.add(Stage.compute(slot, value));
                    shown.put(item.name(), row -> row.slots[slot]);
                }
            }
        }

        private void parse(Command.ParseGlob parse) throws QueryException {
            Evaluation source = compiler.compile(parse.source(), scope);
            int[] slots = parse.names().stream().mapToInt(scope::define).toArray();
            stages.add(Stage.parse(source, new Glob(parse.glob()), slots));
        }

        private void parse(Command.ParseRegex parse) throws QueryException {
            Evaluation source = compiler.compile(parse.source(), scope);
            LogPattern pattern = compiler.pattern(parse.regex(), parse.offset());
            if (pattern.groups().isEmpty()) {
                throw compiler.error(
                        "The regular expression names no group; write (?<name>...) around what becomes a field.",
                        parse.source());
            }
            int[] slots = pattern.groups().stream().mapToInt(scope::define).toArray();
            stages.add(Stage.parse(source, pattern, slots));
        }

        private void stats(Command.Stats stats) throws QueryException {
            var grouping = new Grouping(stats, scope, compiler);
            gather(new Gather.Stats(grouping), false);
            results(grouping.results());
        }

        private void pattern(Expression source) throws QueryException {
            Evaluation value = compiler.compile(source, scope);
            Scope results = Scope.ofResults();
            gather(new Gather.Patterns(value, new MessagePatterns(results)), false);
            results(results);
        }

        private void results(Scope results) {
            scope = results;
            fields.clear();
            displayed.clear();
        }

        private void sort(List<Command.Key> keys, int at) throws QueryException {
            Comparator<Row> order = null;
            for (Command.Key key : keys) {
                Evaluation value = compiler.compile(key.expression(), scope);
                int slot = scope.hidden();
                stages.add(Stage.compute(slot, row -> sortable(value.of(row))));
                Comparator<Row> byKey = (a, b) -> NaturalOrder.ASCENDING.compare(a.slots[slot], b.slots[slot]);
                byKey = key.descending() ? byKey.reversed() : byKey;
                order = order == null ? byKey : order.thenComparing(byKey);
            }
            if (order != null) {
                gather(new Gather.Sort(order, rowsWantedAfter(at)), false);
            }
        }

        /** A number is read once and not at every comparison. */
        private static @org.jspecify.annotations.Nullable Object sortable(
                @org.jspecify.annotations.Nullable Object value) {
            double number = Values.number(value);
            return Double.isNaN(number) ? value : (Object) number;
        }

        /** How many of the sorted rows can come out at most. */
        private int rowsWantedAfter(int at) {
            for (Command next : commands.subList(at + 1, commands.size())) {
                if (next instanceof Command.Limit(int rows, boolean any, int o)) {
                    return rows;
                }
                if (!(next instanceof Command.Fields || next instanceof Command.Display)) {
                    return Integer.MAX_VALUE;
                }
            }
            return defaultLimit;
        }

        private void dedup(List<Expression> list) throws QueryException {
            var evaluations = new ArrayList<Evaluation>();
            for (Expression field : list) {
                evaluations.add(compiler.compile(field, scope));
            }
            gather(new Gather.Dedup(List.copyOf(evaluations)), false);
        }

        private void gather(Gather gather, boolean stops) {
            segments.add(new Segment(List.copyOf(stages), Optional.of(gather), stops));
            stages = new ArrayList<>();
        }

        private List<Column> columns() throws QueryException {
            Map<String, Evaluation> shown = displayed.isEmpty() ? fields : displayed;
            if (!shown.isEmpty()) {
                return shown.entrySet().stream()
                        .map(entry -> new Column(entry.getKey(), entry.getValue()))
                        .toList();
            }
            List<String> names = scope.isOfEvents() ? List.of("@timestamp", "@message") : scope.names();
            var columns = new ArrayList<Column>();
            for (String name : names) {
                columns.add(new Column(name, scope.field(List.of(name)).orElseThrow()));
            }
            return List.copyOf(columns);
        }
    }
}
