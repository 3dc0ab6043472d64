package dev.sluice.engine.observation.insights.evaluation;

import dev.sluice.engine.observation.insights.LogEvents;
import dev.sluice.engine.observation.insights.QueryResult;
import dev.sluice.engine.observation.insights.QueryResult.Cell;
import dev.sluice.engine.observation.insights.QueryWatch;
import dev.sluice.engine.observation.insights.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One run of a plan over events: the first segment in parts, newest events first, the rest on what is left. */
public final class QueryRun {
    /** Events of one part: enough that handing it over costs nothing beside it. */
    private static final int EVENTS_A_PART = 32_768;

    /** Events between two looks at the watch. */
    private static final int EVENTS_A_LOOK = 4_096;

    private final Plan plan;
    private final LogEvents events;
    private final QueryWatch watch;

    /** What one part of the events came to. */
    private record Scanned(Gather.Part part, long matched, long bytes) {}

    public QueryRun(Plan plan, LogEvents events, QueryWatch watch) {
        this.plan = plan;
        this.events = events;
        this.watch = watch;
    }

    /**
     * Runs over the events with these indexes.
     *
     * @param from first index
     * @param to index after the last
     */
    public QueryResult run(int from, int to, Workers workers) {
        Plan.Segment first = plan.segments().getFirst();
        Gather gather = first.gather().orElse(new Gather.First(Integer.MAX_VALUE));
        var parts = new ArrayList<Supplier<Scanned>>();
        for (int end = to; end > from; end -= EVENTS_A_PART) {
            int partEnd = end;
            int partStart = Math.max(from, end - EVENTS_A_PART);
            parts.add(() -> scan(first, gather, partStart, partEnd));
        }
        Gather.Part whole = gather.start();
        long matched = 0;
        long bytes = 0;
        for (Scanned scanned : workers.all(parts)) {
            whole.merge(scanned.part());
            matched += scanned.matched();
            bytes += scanned.bytes();
        }
        List<Row> rows = whole.rows();
        for (Plan.Segment segment : plan.segments().subList(1, plan.segments().size())) {
            rows = through(segment, rows);
        }
        return result(rows, new QueryResult.Statistics(matched, to - from, bytes));
    }

    private Scanned scan(Plan.Segment segment, Gather gather, int start, int end) {
        Gather.Part part = gather.start();
        long[] counts = new long[2];
        Stage.Sink sink = Stage.through(segment.stages(), row -> {
            counts[0]++;
            part.take(row);
        });
        int most = segment.stops() && gather instanceof Gather.First(int rows) ? rows : Integer.MAX_VALUE;
        for (int i = end - 1; i >= start && counts[0] < most; i--) {
            counts[1] += events.message(i).length();
            sink.take(new Row(plan.slots(), events, i));
            if ((end - i) % EVENTS_A_LOOK == 0) {
                look(EVENTS_A_LOOK);
            }
        }
        look((end - start) % EVENTS_A_LOOK);
        return new Scanned(part, counts[0], counts[1]);
    }

    private void look(int scanned) {
        watch.scanned(scanned);
        if (watch.isCancelled()) {
            throw new QueryWatch.CancelledQueryException();
        }
    }

    private static List<Row> through(Plan.Segment segment, List<Row> rows) {
        Gather.Part part =
                segment.gather().orElse(new Gather.First(Integer.MAX_VALUE)).start();
        Stage.Sink sink = Stage.through(segment.stages(), part);
        rows.forEach(sink::take);
        return part.rows();
    }

    private QueryResult result(List<Row> rows, QueryResult.Statistics statistics) {
        var shown = new ArrayList<List<Cell>>(rows.size());
        for (Row row : rows) {
            var cells = new ArrayList<Cell>(plan.columns().size() + 1);
            for (Plan.Column column : plan.columns()) {
                String text = Values.text(column.value().of(row));
                if (text != null) {
                    cells.add(new Cell(column.name(), text));
                }
            }
            if (plan.showsPointer()) {
                cells.add(new Cell("@ptr", events.pointer(row.index())));
            }
            shown.add(List.copyOf(cells));
        }
        return new QueryResult(plan.columns().stream().map(Plan.Column::name).toList(), shown, statistics);
    }
}
