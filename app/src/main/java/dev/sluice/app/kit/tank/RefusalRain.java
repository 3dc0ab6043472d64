package dev.sluice.app.kit.tank;

/**
 * The refused requests that are falling beside the tank: at most 20 at a time, so at high rates each stands for
 * several. Not for two threads at once.
 */
public final class RefusalRain {
    /** Shapes in flight at most. */
    public static final int MOST_IN_FLIGHT = 20;

    /** How long one falls, nanoseconds. */
    public static final long FALL_NANOS = 800_000_000L;

    /** Two never fall closer than this, so that they can be told apart. */
    private static final long GAP_NANOS = FALL_NANOS / MOST_IN_FLIGHT;

    private static final int[] STEPS = {1, 2, 5};

    private final long[] births = new long[MOST_IN_FLIGHT];
    private int inFlight;
    private long requestsPerShape = 1;
    private long waiting;
    private long nextBirthNanos;

    /**
     * Takes in newly refused requests and lets shapes fall.
     *
     * @param refused requests refused since the call before
     * @param refusedPerSecond mean of the last second; decides how many a shape stands for
     */
    void step(long refused, double refusedPerSecond, long nowNanos) {
        dropLanded(nowNanos);
        long wanted = scale(refusedPerSecond);
        if (wanted > requestsPerShape || inFlight == 0) {
            requestsPerShape = wanted;
        }
        waiting += refused;
        while (waiting >= requestsPerShape && inFlight < MOST_IN_FLIGHT && nowNanos >= nextBirthNanos) {
            long birth = Math.max(nextBirthNanos, nowNanos - GAP_NANOS);
            nextBirthNanos = birth + GAP_NANOS;
            births[inFlight++] = birth;
            waiting -= requestsPerShape;
        }
        // What cannot fall soon has been counted already; letting it fall later would show refusals that are over.
        waiting = refusedPerSecond == 0 ? 0 : Math.min(waiting, requestsPerShape * MOST_IN_FLIGHT);
    }

    private void dropLanded(long nowNanos) {
        int kept = 0;
        for (int i = 0; i < inFlight; i++) {
            if (nowNanos - births[i] < FALL_NANOS) {
                births[kept++] = births[i];
            }
        }
        inFlight = kept;
    }

    /** 1, 2, 5, 10, 20, 50 … so that no more than 20 are in flight. */
    static long scale(double perSecond) {
        double shapesPerSecond = MOST_IN_FLIGHT / (FALL_NANOS / 1e9);
        for (long ten = 1; ; ten *= 10) {
            for (int step : STEPS) {
                if (perSecond / (ten * step) <= shapesPerSecond) {
                    return ten * step;
                }
            }
        }
    }

    /** Shapes falling now, 0 to 20. */
    public int inFlight() {
        return inFlight;
    }

    /** How far shape {@code index} has fallen: 0 at the top, 1 at the counter. */
    public double fallen(int index, long nowNanos) {
        double part = Math.clamp((nowNanos - births[index]) / (double) FALL_NANOS, 0, 1);
        return part * part * 0.7 + part * 0.3;
    }

    /** Requests that one shape stands for: 1 or more. */
    public long requestsPerShape() {
        return requestsPerShape;
    }
}
