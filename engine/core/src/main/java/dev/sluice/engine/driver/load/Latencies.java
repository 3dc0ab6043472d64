package dev.sluice.engine.driver.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** Times noted by one thread and summed up for any other, neither waiting for the other. */
final class Latencies {
    private static final long FINEST_NANOS = 1_000;
    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int DIGITS = 2;

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(FINEST_NANOS, LONGEST_NANOS, DIGITS);
    private final Histogram all = new Histogram(FINEST_NANOS, LONGEST_NANOS, DIGITS);
    private Histogram recent = recorder.getIntervalHistogram();

    /** Notes a time; always from the same thread. */
    void note(long nanos) {
        recorder.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS));
    }

    /** Everything noted so far, in percentiles. */
    synchronized LatencySummary summary() {
        recent = recorder.getIntervalHistogram(recent);
        all.add(recent);
        long count = all.getTotalCount();
        if (count == 0) {
            return LatencySummary.NONE;
        }
        return new LatencySummary(
                count,
                all.getValueAtPercentile(50),
                all.getValueAtPercentile(95),
                all.getValueAtPercentile(99),
                all.getMaxValue());
    }
}
