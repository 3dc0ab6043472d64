package dev.sluice.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalStoreTest {
    private final JournalStore store = new JournalStore(16);

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            store.add(sequence -> new ExchangeRecord(
                    sequence,
                    "r" + sequence,
                    "",
                    "",
                    Place.NOWHERE,
                    "GET",
                    "/",
                    "",
                    0,
                    0,
                    -1,
                    "",
                    200,
                    0,
                    0,
                    CacheUse.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()));
        }
    }

    @Test
    void aReaderSeesEveryRecordOnceAndInOrder() {
        add(5);
        var first = store.read(0, 3);
        assertEquals(List.of(0L, 1L, 2L), sequences(first));
        var second = store.read(first.nextCursor(), 3);
        assertEquals(List.of(3L, 4L), sequences(second));
        assertEquals(0, first.missed() + second.missed());
    }

    @Test
    void aSlowReaderLearnsHowManyItMissed() {
        add(40);
        var page = store.read(0, 100);
        assertEquals(24, page.missed());
        assertEquals(16, page.records().size());
        assertEquals(24L, page.records().getFirst().sequence());
    }

    @Test
    void theNewestAreTheLastOnesOldestFirst() {
        add(20);
        assertEquals(
                List.of(17L, 18L, 19L),
                store.newest(3).stream().map(ExchangeRecord::sequence).toList());
    }

    @Test
    void anEmptyStoreHasAnEmptyPage() {
        assertEquals(0, store.read(0, 10).records().size());
        assertEquals(0, store.read(0, 10).nextCursor());
    }

    @Test
    void writersOnSeveralThreadsLoseNothing() throws InterruptedException {
        var large = new JournalStore(4096);
        Thread[] writers = new Thread[4];
        for (int w = 0; w < writers.length; w++) {
            writers[w] = new Thread(() -> {
                for (int i = 0; i < 1000; i++) {
                    large.add(sequence -> new ExchangeRecord(
                            sequence,
                            "",
                            "",
                            "",
                            Place.NOWHERE,
                            "GET",
                            "/",
                            "",
                            0,
                            0,
                            -1,
                            "",
                            200,
                            0,
                            0,
                            CacheUse.NONE,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
                }
            });
            writers[w].start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(4000, large.read(0, 10_000).records().size());
    }

    private static List<Long> sequences(JournalStore.Page page) {
        return page.records().stream().map(ExchangeRecord::sequence).toList();
    }
}
