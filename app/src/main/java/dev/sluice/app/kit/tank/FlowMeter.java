package dev.sluice.app.kit.tank;

/**
 * How fast a counter has grown over the last second. Not for two threads at once.
 *
 * <p>It keeps one sample for each twentieth of a second, so its memory does not grow with the frame rate.
 */
final class FlowMeter {
    private static final long WINDOW_NANOS = 1_000_000_000L;
    private static final long STEP_NANOS = 50_000_000L;
    private static final int SAMPLES = 24;

    private final long[] times = new long[SAMPLES];
    private final long[] counts = new long[SAMPLES];
    private int used;
    private int last = -1;
    private long nowNanos;
    private long count;

    void add(long newCount, long newNanos) {
        nowNanos = newNanos;
        count = newCount;
        if (last < 0 || newNanos - times[last] >= STEP_NANOS) {
            last = (last + 1) % SAMPLES;
            times[last] = newNanos;
            counts[last] = newCount;
            used = Math.min(SAMPLES, used + 1);
        }
    }

    /** Mean over the last second; while less than a second was seen, what came is taken as a second's. */
    double perSecond() {
        if (last < 0) {
            return 0;
        }
        int oldest = oldestToCompare();
        double seconds = Math.max(1.0, (nowNanos - times[oldest]) / 1e9);
        return (count - counts[oldest]) / seconds;
    }

    /** The newest sample that is at least a second old, or the oldest there is. */
    private int oldestToCompare() {
        for (int back = 0; back < used; back++) {
            int at = Math.floorMod(last - back, SAMPLES);
            if (nowNanos - times[at] >= WINDOW_NANOS) {
                return at;
            }
        }
        return Math.floorMod(last - used + 1, SAMPLES);
    }
}
