package dev.sluice.app.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.app.ArticleWorkspace;
import dev.sluice.app.Traffic;
import dev.sluice.app.kit.Names;
import dev.sluice.engine.journal.ExchangeRecord;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LiveLogModelTest {
    private final LiveLogModel model = new LiveLogModel(new Names(ArticleWorkspace::definition));

    @Test
    void theNewestRequestIsTheFirstRow() {
        model.take(List.of(Traffic.ok(0, "GET", "/users"), Traffic.throttled(1, "GET", "/users")), 0);
        assertEquals(429, model.rows().getFirst().exchange().status());
        assertEquals(
                "Usage plan Free · key free: 1/s, burst 2",
                model.rows().getFirst().cause());
    }

    @Test
    void theOldestRowsMakeWay() {
        model.take(requests(0, LiveLogModel.CAPACITY), 0);
        model.take(requests(LiveLogModel.CAPACITY, 10), 7);
        assertEquals(LiveLogModel.CAPACITY, model.rows().size());
        assertEquals(10, model.rows().getLast().exchange().sequence());
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
