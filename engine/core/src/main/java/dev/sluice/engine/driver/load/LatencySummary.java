package dev.sluice.engine.driver.load;

/** Percentiles of a set of times, nanoseconds, within 1 %; all 0 if the set is empty. */
public record LatencySummary(long count, long p50Nanos, long p95Nanos, long p99Nanos, long maxNanos) {
    public static final LatencySummary NONE = new LatencySummary(0, 0, 0, 0, 0);
}
