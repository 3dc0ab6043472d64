package dev.sluice.engine.observation.metrics;

import java.nio.ByteBuffer;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;
import org.jspecify.annotations.Nullable;

/**
 * How long things took within one minute: exact count, sum, smallest and largest, and a histogram of microseconds to
 * two digits. A minute that is over is packed into a few hundred bytes. Not for two threads at once.
 */
final class Durations {
    /** Digits of a microsecond count that are kept. */
    static final int DIGITS = 2;

    private static final long NANOS_A_MICRO = 1_000L;

    /** An hour: no exchange lasts longer, and a value above is counted as this. */
    private static final long LONGEST_MICROS = 3_600_000_000L;

    private long count;
    private long sumNanos;
    private long minimumNanos = Long.MAX_VALUE;
    private long maximumNanos;
    private @Nullable IntCountsHistogram open;
    private byte @Nullable [] packed;

    void add(long nanos) {
        count++;
        sumNanos += nanos;
        minimumNanos = Math.min(minimumNanos, nanos);
        maximumNanos = Math.max(maximumNanos, nanos);
        opened().recordValue(Math.min(nanos / NANOS_A_MICRO, LONGEST_MICROS));
    }

    private IntCountsHistogram opened() {
        IntCountsHistogram histogram = open;
        if (histogram == null) {
            histogram = packed == null ? new IntCountsHistogram(DIGITS) : unpacked(packed);
            histogram.setAutoResize(true);
            open = histogram;
            packed = null;
        }
        return histogram;
    }

    /** Gives the histogram's memory back until somebody asks again. */
    void pack() {
        if (open != null) {
            ByteBuffer buffer = ByteBuffer.allocate(open.getNeededByteBufferCapacity());
            open.encodeIntoByteBuffer(buffer);
            buffer.flip();
            packed = new byte[buffer.remaining()];
            buffer.get(packed);
            open = null;
        }
    }

    private static IntCountsHistogram unpacked(byte[] bytes) {
        return IntCountsHistogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0);
    }

    /** Adds the samples to a histogram of microseconds. */
    void addInto(Histogram sum) {
        if (open != null) {
            sum.add(open);
        } else if (packed != null) {
            sum.add(unpacked(packed));
        }
    }

    long count() {
        return count;
    }

    long sumNanos() {
        return sumNanos;
    }

    long minimumNanos() {
        return minimumNanos;
    }

    long maximumNanos() {
        return maximumNanos;
    }
}
