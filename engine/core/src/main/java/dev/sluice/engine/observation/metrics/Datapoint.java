package dev.sluice.engine.observation.metrics;

import java.util.function.DoubleUnaryOperator;

/**
 * A metric over one period. Latencies are in milliseconds, sizes in bytes.
 *
 * @param startNanos beginning of the period, nanoseconds since 1970-01-01T00:00Z
 * @param sampleCount samples in the period, 1 or more
 * @param percentiles from 0..100 to the value that so many percent of the samples do not exceed; latencies to 1 %
 */
public record Datapoint(
        long startNanos,
        long sampleCount,
        double sum,
        double minimum,
        double maximum,
        DoubleUnaryOperator percentiles) {

    public double average() {
        return sum / sampleCount;
    }

    /** @param percent 0 to 100, as 99.9 for {@code p99.9} */
    public double percentile(double percent) {
        return percentiles.applyAsDouble(percent);
    }
}
