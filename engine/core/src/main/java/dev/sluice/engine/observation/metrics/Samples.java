package dev.sluice.engine.observation.metrics;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Samples of one metric over one period, in the making. Either every sample is a whole number of which only the sum
 * counts (errors: 0 or 1), or they are durations with a distribution.
 */
final class Samples {
    private static final double NANOS_A_MILLI = 1e6;
    private static final double MICROS_A_MILLI = 1e3;

    private long count;
    private double sum;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private @Nullable Histogram micros;

    /** Adds {@code samples} of which {@code ones} were 1 and the others 0. */
    void addZerosAndOnes(long samples, long ones) {
        if (samples > 0) {
            add(samples, ones, ones < samples ? 0 : 1, ones > 0 ? 1 : 0);
        }
    }

    /** Adds sizes of which only sum, smallest and largest are known. */
    void addSizes(long samples, long total, long smallest, long largest) {
        if (samples > 0) {
            add(samples, total, smallest, largest);
        }
    }

    void addDurations(Durations durations) {
        if (durations.count() > 0) {
            add(
                    durations.count(),
                    durations.sumNanos() / NANOS_A_MILLI,
                    durations.minimumNanos() / NANOS_A_MILLI,
                    durations.maximumNanos() / NANOS_A_MILLI);
            if (micros == null) {
                micros = new Histogram(Durations.DIGITS);
            }
            durations.addInto(micros);
        }
    }

    private void add(long samples, double total, double smallest, double largest) {
        count += samples;
        sum += total;
        minimum = Math.min(minimum, smallest);
        maximum = Math.max(maximum, largest);
    }

    boolean isEmpty() {
        return count == 0;
    }

    Datapoint at(long startNanos) {
        return new Datapoint(startNanos, count, sum, minimum, maximum, this::percentile);
    }

    /** Zeros and ones have no histogram: their order is known. Of sizes only the ends are. */
    private double percentile(double percent) {
        if (micros != null) {
            return Math.clamp(micros.getValueAtPercentile(percent) / MICROS_A_MILLI, minimum, maximum);
        }
        double zeros = count - sum;
        return percent / 100 * count <= zeros ? minimum : maximum;
    }
}
