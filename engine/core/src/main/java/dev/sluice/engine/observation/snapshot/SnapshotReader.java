package dev.sluice.engine.observation.snapshot;

import dev.sluice.engine.execution.Counters;
import dev.sluice.engine.execution.throttling.Throttle;
import dev.sluice.engine.execution.throttling.TokenBucket;

/** Reads counters and buckets into one immutable snapshot. */
public final class SnapshotReader {
    private SnapshotReader() {}

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    public static EngineSnapshot read(Counters counters, Throttle throttle, long revision, long nowNanos) {
        var totals = new EngineSnapshot.Totals(
                counters.requests(),
                counters.inFlight(),
                counters.ok(),
                counters.clientErrors(),
                counters.throttled(),
                counters.overQuota(),
                counters.serverErrors(),
                counters.throttledByTier());
        return new EngineSnapshot(
                nowNanos, revision, throttle.buckets().read(bucket -> reading(bucket, nowNanos)), totals);
    }

    private static BucketReading reading(TokenBucket bucket, long nowNanos) {
        return new BucketReading(
                bucket.id(),
                bucket.limit().settings(),
                bucket.tokens(nowNanos),
                bucket.passed(),
                bucket.refused(),
                bucket.nanosUntilPass(nowNanos),
                bucket.nanosToFull(nowNanos));
    }
}
