package dev.sluice.engine.backend;

import dev.sluice.engine.definition.Backend.Latency;
import java.util.SplittableRandom;

/** Draws how long an answer takes. */
public final class LatencyModel {
    /** Standard deviations from the median to the 99th percentile of a normal distribution. */
    private static final double P99_DEVIATIONS = 2.3263478740408408;

    private static final double NANOS_PER_MILLI = 1e6;

    private LatencyModel() {}

    /**
     * One latency in nanoseconds, 0 or more: the fixed time, or a draw from the log-normal distribution that has this
     * median and 99th percentile.
     *
     * @param randomBits the same bits give the same latency
     */
    public static long sampleNanos(Latency latency, long randomBits) {
        double median = latency.medianMillis() * NANOS_PER_MILLI;
        if (latency.p99Millis().isEmpty() || median <= 0) {
            return Math.round(Math.max(0, median));
        }
        double sigma = Math.log(latency.p99Millis().get() * NANOS_PER_MILLI / median) / P99_DEVIATIONS;
        double gaussian = new SplittableRandom(randomBits).nextGaussian();
        return Math.round(median * Math.exp(sigma * gaussian));
    }
}
