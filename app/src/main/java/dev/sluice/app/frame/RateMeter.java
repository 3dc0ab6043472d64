package dev.sluice.app.frame;

import java.util.ArrayDeque;

/** The mean rate of a count over the last second, from readings at any distance. */
final class RateMeter {
    private static final double NANOS_IN_A_SECOND = 1e9;
    private static final long WINDOW_NANOS = 1_000_000_000L;
    /** Before this much time has passed there is no rate to speak of. */
    private static final long LEAST_NANOS = 200_000_000L;

    private final ArrayDeque<Reading> readings = new ArrayDeque<>();

    /**
     * @param nowNanos not before the last one
     * @param count since some beginning
     * @return events a second; NaN while there is too little to tell
     */
    double rate(long nowNanos, long count) {
        readings.addLast(new Reading(nowNanos, count));
        while (readings.size() > 2 && nowNanos - readings.getFirst().nanos() > WINDOW_NANOS) {
            readings.removeFirst();
        }
        Reading first = readings.getFirst();
        long span = nowNanos - first.nanos();
        return span < LEAST_NANOS ? Double.NaN : (count - first.count()) * NANOS_IN_A_SECOND / span;
    }

    private record Reading(long nanos, long count) {}
}
