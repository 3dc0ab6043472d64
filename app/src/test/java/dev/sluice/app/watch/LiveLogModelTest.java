package dev.sluice.app.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.app.ArticleWorkspace;
import dev.sluice.app.Traffic;
import dev.sluice.app.kit.Names;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.FunctionLogEntry;
import dev.sluice.engine.journal.FunctionLogEntry.Finished;
import dev.sluice.engine.journal.FunctionLogEntry.Printed;
import dev.sluice.engine.journal.FunctionLogEntry.Started;
import dev.sluice.engine.journal.FunctionLogEntry.Status;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LiveLogModelTest {
    private final LiveLogModel model = new LiveLogModel(new Names(ArticleWorkspace::definition));

    @Test
    void theNewestRequestIsTheFirstRow() {
        model.take(List.of(Traffic.ok(0, "GET", "/users"), Traffic.throttled(1, "GET", "/users")), 0);
        assertEquals(429, request(model.rows().getFirst()).status());
        assertEquals(
                "Usage plan Free · key free: 1/s, burst 2",
                model.rows().getFirst().words());
    }

    @Test
    void theOldestRowsMakeWay() {
        model.take(requests(0, LiveLogModel.CAPACITY), 0);
        model.take(requests(LiveLogModel.CAPACITY, 10), 7);
        assertEquals(LiveLogModel.CAPACITY, model.rows().size());
        assertEquals(10, request(model.rows().getLast()).sequence());
        assertEquals(
                "5,000 shown of 5,017 requests\u2002·\u20027 came too fast to keep",
                model.summaryProperty().get());
    }

    @Test
    void theFilterLooksIntoEveryColumn() {
        model.take(
                List.of(
                        Traffic.ok(0, "GET", "/users"),
                        Traffic.ok(1, "POST", "/orders"),
                        Traffic.throttled(2, "GET", "/users")),
                0);
        assertEquals(1, shownFor("POST"));
        assertEquals(1, shownFor("429"));
        assertEquals(1, shownFor("usage plan"));
        assertEquals(2, shownFor("/prod/users"));
        assertEquals(3, shownFor(""));
    }

    @Test
    void whilePausedNothingMovesAndNothingIsLost() {
        model.take(requests(0, 3), 0);
        model.pausedProperty().set(true);
        model.take(requests(3, 4), 0);
        assertEquals(3, model.rows().size());
        assertEquals("Paused · 4 new since", model.summaryProperty().get());
        model.pausedProperty().set(false);
        assertEquals(7, model.rows().size());
    }

    @Test
    void whatFunctionsLeaveStandsAmongTheRequestsInTheOrderOfTime() {
        ExchangeRecord request = Traffic.ok(0, "GET", "/reports");
        model.take(List.of(request), 0, invocation(request.endNanos(), 8_000_000_000L));
        assertEquals(
                List.of("GET 200", "λ cold start", "λ end", "λ printed", "λ start"),
                model.rows().stream()
                        .map(row -> row.source() + " " + row.status())
                        .toList());
        LogRow report = model.rows().get(1);
        assertEquals("report #3", report.where());
        assertEquals(
                "REPORT Init Duration: 8000.00 ms · Duration: 100.00 ms · Billed Duration: 100 ms · Memory Size: 512 MB"
                        + " · Max Memory Used: 512 MB · RequestId: id",
                report.words());
        assertEquals("8,100 ms", report.latency());
        assertEquals(
                "5 shown of 1 requests and 4 lines of functions",
                model.summaryProperty().get());
    }

    @Test
    void theFilterFindsFunctionsByNameAndByWhatTheyPrinted() {
        model.take(List.of(Traffic.ok(0, "GET", "/users")), 0, invocation(Traffic.START_NANOS, -1));
        assertEquals(4, shownFor("report #3"));
        assertEquals(1, shownFor("hello from"));
        assertEquals(4, shownFor("λ"));
    }

    @Test
    void aTalkativeFunctionCannotGrowTheTable() {
        model.take(
                List.of(),
                0,
                Collections.nCopies(
                        LiveLogModel.CAPACITY + 3, new Printed(Traffic.START_NANOS, "report", 3, "id", "again")));
        assertEquals(LiveLogModel.CAPACITY, model.rows().size());
    }

    private static ExchangeRecord request(LogRow row) {
        return assertInstanceOf(RequestRow.class, row).exchange();
    }

    /** @param initNanos -1 in a warm environment */
    private static List<FunctionLogEntry> invocation(long endNanos, long initNanos) {
        long start = endNanos - 100_000_000L;
        return List.of(
                new Started(start, "report", 3, "id"),
                new Printed(start + 1, "report", 3, "id", "hello from the report"),
                new Finished(endNanos, "report", 3, "id", 100_000_000L, initNanos, 512, Status.RETURNED));
    }

    private int shownFor(String filter) {
        model.filterProperty().set(filter);
        return model.rows().size();
    }

    private static List<ExchangeRecord> requests(long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(sequence -> Traffic.ok(sequence, "GET", "/users"))
                .toList();
    }
}
