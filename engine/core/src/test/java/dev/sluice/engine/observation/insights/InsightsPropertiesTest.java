package dev.sluice.engine.observation.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What holds of every query, on seeded random events and texts. */
class InsightsPropertiesTest {
    private static final Workers SHUFFLED = new Workers() {
        @Override
        public <T> List<T> all(List<Supplier<T>> parts) {
            var results = new ArrayList<T>(Collections.nCopies(parts.size(), null));
            for (int i = parts.size() - 1; i >= 0; i--) {
                results.set(i, parts.get(i).get());
            }
            return results;
        }
    };

    private static ListedEvents randomEvents(int count, long seed) {
        var random = new SplittableRandom(seed);
        var events = new ListedEvents();
        long millis = ListedEvents.START;
        for (int i = 0; i < count; i++) {
            millis += random.nextInt(50);
            events.add(
                    millis,
                    "{\"status\":" + (random.nextInt(4) == 0 ? 429 : 200) + ",\"ms\":" + random.nextInt(1_000)
                            + ",\"key\":\"k" + random.nextInt(7) + "\"}");
        }
        return events;
    }

    @Test
    void partsOfTheEventsGiveTheSameRowsInWhateverOrderTheyAreScanned() {
        ListedEvents events = randomEvents(100_000, 1);
        for (String query : List.of(
                "fields ms, key | filter status = 429 | sort ms desc, key | limit 50",
                "stats count(*), avg(ms), pct(ms, 95), min(ms), latest(ms), stddev(ms) by key | sort key",
                "fields @timestamp | filter ms > 990 | limit 30",
                "stats count(*) as n by bin(1m) | sort n desc | limit 5")) {
            assertEquals(
                    InsightsQueryTest.run(query, events).rows(),
                    InsightsQueryTest.run(query, events, SHUFFLED).rows(),
                    query);
        }
    }

    @Test
    void countsAndSumsByKeyEqualThoseOfAPlainLoop() {
        ListedEvents events = randomEvents(50_000, 2);
        var counts = new TreeMap<String, long[]>();
        for (int i = 0; i < events.size(); i++) {
            String message = events.message(i);
            String key = message.replaceAll(".*\"key\":\"(k\\d)\".*", "$1");
            long[] sums = counts.computeIfAbsent(key, unused -> new long[2]);
            sums[0]++;
            sums[1] += Long.parseLong(message.replaceAll(".*\"ms\":(\\d+).*", "$1"));
        }
        List<String> wanted = counts.entrySet().stream()
                .map(e -> e.getKey() + "|" + e.getValue()[0] + "|" + e.getValue()[1])
                .toList();
        assertEquals(wanted, InsightsQueryTest.rows("stats count(*), sum(ms) by key | sort key", events));
    }

    @Test
    void noTextMakesTheParserFailOtherwiseThanWithAPlace() {
        var random = new SplittableRandom(3);
        String[] words = {
            "fields",
            "filter",
            "stats",
            "sort",
            "limit",
            "parse",
            "display",
            "dedup",
            "unnest",
            "into",
            "by",
            "as",
            "like",
            "not",
            "in",
            "and",
            "or",
            "@message",
            "a.b[0]",
            "`x y`",
            "count(*)",
            "pct(a, 9)",
            "bin(5m)",
            "5m",
            "12",
            "1.5e3",
            "\"t*\"",
            "'q'",
            "/re(?<n>g)/",
            "|",
            "(",
            ")",
            "[",
            "]",
            ",",
            "+",
            "-",
            "*",
            "/",
            "^",
            "=",
            "!=",
            "=~",
            "<",
            "#c\n",
            "\\",
            "§",
            "1e",
            "\"",
            "/",
            "desc",
            "."
        };
        for (int i = 0; i < 20_000; i++) {
            var query = new StringBuilder();
            for (int w = random.nextInt(12); w >= 0; w--) {
                query.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
            }
            try {
                InsightsQueryTest.ran(InsightsQuery.of(query.toString()));
            } catch (QueryException e) {
                assertTrue(e.offset() >= 0 && e.offset() <= query.length(), () -> query + ": " + e.getMessage());
            } catch (RuntimeException e) {
                throw new AssertionError("seed 3, query " + i + ": " + query, e);
            }
        }
    }

    @Test
    void aDeepQueryIsRefusedAndNotRunOutOfStack() {
        for (String deep : List.of("(".repeat(4_000), "not ".repeat(2_000), "-".repeat(4_000), "abs(".repeat(2_000))) {
            try {
                InsightsQuery.of("filter " + deep + "1");
                throw new AssertionError("was accepted: " + deep.substring(0, 10));
            } catch (QueryException e) {
                assertTrue(e.getMessage().contains("nested"), e.getMessage());
            }
        }
    }
}
