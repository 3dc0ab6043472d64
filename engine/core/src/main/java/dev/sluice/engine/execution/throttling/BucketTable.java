package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.journal.BucketId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every token bucket of a gateway by its id. Buckets outlive the configuration that made them: a new limit finds the
 * old tokens. Safe for any number of threads, as far as its {@link Throttle} is.
 */
public final class BucketTable {
    private final Guard guard;
    private final Map<BucketId, TokenBucket> buckets = new LinkedHashMap<>();

    BucketTable(Guard guard) {
        this.guard = guard;
    }

    /** The bucket of that id; if there is none, a full one of that limit. A bucket that exists keeps its limit. */
    public TokenBucket bucket(BucketId id, BucketLimit limit) {
        guard.enter();
        try {
            return buckets.computeIfAbsent(id, unused -> new TokenBucket(id, limit));
        } finally {
            guard.leave();
        }
    }

    /**
     * Brings the buckets to another configuration: each goes over to its limit there and keeps its tokens, cut to the
     * new burst; one that has none is forgotten, and would start full again.
     *
     * @param nowNanos when, nanoseconds since 1970-01-01T00:00Z; one before a bucket's last decision counts as that
     */
    public void reconfigure(Function<BucketId, Optional<BucketLimit>> limits, long nowNanos) {
        guard.enter();
        try {
            buckets.values().removeIf(bucket -> !goesOver(bucket, limits.apply(bucket.id()), nowNanos));
        } finally {
            guard.leave();
        }
    }

    private static boolean goesOver(TokenBucket bucket, Optional<BucketLimit> limit, long nowNanos) {
        limit.ifPresent(newLimit -> bucket.change(newLimit, nowNanos));
        return limit.isPresent();
    }

    /**
     * Reads every bucket that was asked at least once, all at one instant and in the order in which they were made.
     * Requests wait meanwhile, so the reader only copies.
     */
    public <R> List<R> read(Function<TokenBucket, R> reader) {
        guard.enter();
        try {
            var readings = new ArrayList<R>(buckets.size());
            for (TokenBucket bucket : buckets.values()) {
                if (bucket.wasAsked()) {
                    readings.add(reader.apply(bucket));
                }
            }
            return readings;
        } finally {
            guard.leave();
        }
    }
}
