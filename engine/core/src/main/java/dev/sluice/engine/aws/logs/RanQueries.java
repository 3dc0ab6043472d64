package dev.sluice.engine.aws.logs;

import dev.sluice.engine.observation.insights.QueryResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The newest queries with what they found, bounded in number and in cells. For any number of threads. */
final class RanQueries {
    private static final int MOST_QUERIES = 100;
    private static final long MOST_CELLS = 1_000_000;

    /** A query that ran, always to its end. */
    record Ran(String id, String text, String group, long createdMillis, QueryResult result) {
        private long cells() {
            return result.rows().stream().mapToLong(List::size).sum();
        }
    }

    private final Deque<Ran> newestFirst = new ArrayDeque<>();
    private long cells;

    /** Keeps it, and forgets the oldest ones if it must; the newest always stays. */
    synchronized void add(Ran ran) {
        newestFirst.addFirst(ran);
        cells += ran.cells();
        while (newestFirst.size() > 1 && (newestFirst.size() > MOST_QUERIES || cells > MOST_CELLS)) {
            cells -= newestFirst.removeLast().cells();
        }
    }

    synchronized Optional<Ran> get(String id) {
        return newestFirst.stream().filter(ran -> ran.id().equals(id)).findFirst();
    }

    synchronized List<Ran> all() {
        return List.copyOf(newestFirst);
    }
}
