package dev.sluice.engine.observation.snapshot;

import dev.sluice.engine.journal.ThrottleTier;
import java.util.List;
import java.util.Map;

/**
 * Everything countable about the engine at one instant.
 *
 * @param nowNanos the instant, nanoseconds since 1970-01-01T00:00Z
 * @param revision number of configuration changes so far
 * @param buckets every bucket that has been asked at least once, in a stable order
 */
public record EngineSnapshot(long nowNanos, long revision, List<BucketReading> buckets, Totals totals) {

    /**
     * Counts since the engine opened.
     *
     * @param requests exchanges begun
     * @param inFlight begun and not answered
     * @param ok answered below 400
     * @param clientErrors answered 400 to 499, 429 left out
     * @param throttled 429 Too Many Requests
     * @param overQuota 429 Limit Exceeded
     * @param serverErrors answered 500 or above
     * @param throttledByTier {@code throttled} by the tier that said no
     */
    public record Totals(
            long requests,
            long inFlight,
            long ok,
            long clientErrors,
            long throttled,
            long overQuota,
            long serverErrors,
            Map<ThrottleTier, Long> throttledByTier) {}
}
