package dev.sluice.engine.execution.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MethodCacheTest {
    private static final CacheId ONE = new CacheId("api", "prod", false);
    private static final CacheId OTHER = new CacheId("api", "test", false);

    private static CacheKey key(CacheId id, int number) {
        return new CacheKey(id, "GET", "r", Integer.toString(number));
    }

    private static MethodResponse response(int bytes) {
        return new MethodResponse(200, Headers.NONE, Body.of(new byte[bytes]));
    }

    /** What the cache does, written down as slowly and plainly as can be. */
    private static final class PlainCache {
        private record Kept(CacheKey key, MethodResponse response, long expires, long bytes) {}

        /** Least recently used first. */
        private final List<Kept> kept = new ArrayList<>();

        Optional<MethodResponse> find(CacheKey key, long now) {
            for (Kept one : List.copyOf(kept)) {
                if (one.key.equals(key)) {
                    kept.remove(one);
                    if (now < one.expires) {
                        kept.add(one);
                        return Optional.of(one.response);
                    }
                }
            }
            return Optional.empty();
        }

        void keep(CacheKey key, MethodResponse response, long expires, long capacity, long most) {
            kept.removeIf(one -> one.key.equals(key));
            long bytes =
                    200 + 2L * (4 + key.parameters().length()) + response.body().length();
            kept.add(new Kept(key, response, expires, bytes));
            while (bytes(key.cache()) > capacity) {
                kept.remove(kept.stream()
                        .filter(one -> one.key.cache().equals(key.cache()))
                        .findFirst()
                        .orElseThrow());
            }
            while (kept.stream().mapToLong(Kept::bytes).sum() > most) {
                kept.removeFirst();
            }
        }

        private long bytes(CacheId id) {
            return kept.stream()
                    .filter(one -> one.key.cache().equals(id))
                    .mapToLong(Kept::bytes)
                    .sum();
        }
    }

    @Test
    void itKeepsAndDropsWhatAPlainListWould() {
        var random = new Random(3);
        var cache = new MethodCache(5_000);
        cache.reconfigure(Map.of(ONE, 4_000L, OTHER, 3_000L));
        var plain = new PlainCache();
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(5);
            CacheKey key = key(random.nextBoolean() ? ONE : OTHER, random.nextInt(12));
            if (random.nextBoolean()) {
                assertEquals(plain.find(key, now), cache.find(key, now));
            } else {
                var response = response(random.nextInt(900));
                long expires = now + random.nextInt(100);
                cache.keep(key, response, expires);
                plain.keep(key, response, expires, key.cache().equals(ONE) ? 4_000 : 3_000, 5_000);
            }
            assertEquals(plain.kept.stream().mapToLong(PlainCache.Kept::bytes).sum(), cache.bytes());
        }
    }

    @Test
    void anAnswerOverAMebibyteIsNotKept() {
        var cache = new MethodCache();
        cache.reconfigure(Map.of(ONE, 1L << 29));
        cache.keep(key(ONE, 1), response(MethodCache.LARGEST_ANSWER), 10);
        cache.keep(key(ONE, 2), response(MethodCache.LARGEST_ANSWER + 1), 10);
        assertTrue(cache.find(key(ONE, 1), 9).isPresent());
        assertTrue(cache.find(key(ONE, 2), 9).isEmpty());
    }

    @Test
    void aFlushForgetsOneCacheAndANewSizeTheOneThatHasIt() {
        var cache = new MethodCache();
        cache.reconfigure(Map.of(ONE, 9_000L, OTHER, 9_000L));
        cache.keep(key(ONE, 1), response(1), 10);
        cache.keep(key(OTHER, 1), response(1), 10);
        cache.flush(ONE);
        assertTrue(cache.find(key(ONE, 1), 1).isEmpty());
        assertTrue(cache.find(key(OTHER, 1), 1).isPresent());
        cache.reconfigure(Map.of(ONE, 9_000L, OTHER, 8_000L));
        assertTrue(cache.find(key(OTHER, 1), 1).isEmpty());
        assertEquals(0, cache.bytes());
    }

    @Test
    void aStageWithoutACacheKeepsNothing() {
        var cache = new MethodCache();
        cache.keep(key(ONE, 1), response(1), 10);
        assertTrue(cache.find(key(ONE, 1), 1).isEmpty());
    }
}
