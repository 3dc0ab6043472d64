package dev.sluice.engine.observation.insights;

import dev.sluice.engine.observation.insights.evaluation.Plan;
import dev.sluice.engine.observation.insights.evaluation.QueryRun;
import dev.sluice.engine.observation.insights.syntax.Command;
import dev.sluice.engine.observation.insights.syntax.QueryParser;
import java.util.List;

/** A query that was read and understood. Immutable; may run any number of times. */
public final class InsightsQuery {
    /** Largest number of rows a query gives (API_StartQuery). */
    public static final int MOST_ROWS = 100_000;

    private final String text;
    private final List<Command> commands;

    private InsightsQuery(String text, List<Command> commands) {
        this.text = text;
        this.commands = commands;
    }

    /** @throws QueryException with the place and the advice, if the query cannot be run as it is written */
    public static InsightsQuery of(String text) throws QueryException {
        List<Command> commands = QueryParser.parse(text);
        Plan.of(text, commands, 0, Plan.DEFAULT_LIMIT);
        return new InsightsQuery(text, commands);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /**
     * When and over which time it runs.
     *
     * @param startMillis first millisecond since 1970-01-01T00:00Z
     * @param endMillis last millisecond, included
     * @param nowMillis the time, for {@code now()}
     * @param limit rows if the query has no limit of its own, 1 to {@link #MOST_ROWS}
     */
    public record Range(long startMillis, long endMillis, long nowMillis, int limit) {
        /** All events, and AWS's own limit. */
        public static Range everything(long nowMillis) {
            return new Range(Long.MIN_VALUE, Long.MAX_VALUE, nowMillis, Plan.DEFAULT_LIMIT);
        }
    }

    /**
     * Runs it.
     *
     * @throws QueryWatch.CancelledQueryException if the watch says so
     */
    public QueryResult run(LogEvents events, Range range, Workers workers, QueryWatch watch) {
        int from = firstAtOrAfter(events, range.startMillis());
        int to = range.endMillis() == Long.MAX_VALUE ? events.size() : firstAtOrAfter(events, range.endMillis() + 1);
        return new QueryRun(plan(range), events, watch).run(from, Math.max(from, to), workers);
    }

    private Plan plan(Range range) {
        try {
            return Plan.of(text, commands, Math.floorDiv(range.nowMillis(), 1_000L), range.limit());
        } catch (QueryException e) {
            throw new IllegalStateException("a query that was understood before", e);
        }
    }

    private static int firstAtOrAfter(LogEvents events, long millis) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.timestampMillis(middle) < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
