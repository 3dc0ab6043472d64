package dev.sluice.engine.observation.metrics;

import dev.sluice.engine.journal.ExchangeRecord;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The newest minutes of one place, a ring. A request is counted in the minute in which it ended; nothing is allocated
 * for it but once a minute. For any number of threads.
 */
final class PlaceSeries {
    private static final long NANOS_A_MINUTE = 60_000_000_000L;

    private final @Nullable Minute[] ring;
    private @Nullable Minute newest;

    /** @param minutes how many are kept */
    PlaceSeries(int minutes) {
        ring = new @Nullable Minute[minutes];
    }

    static long minute(long nanos) {
        return Math.floorDiv(nanos, NANOS_A_MINUTE);
    }

    static long startNanos(long minute) {
        return minute * NANOS_A_MINUTE;
    }

    synchronized void add(ExchangeRecord record) {
        long number = minute(record.endNanos());
        Minute at = newest;
        if (at == null || at.number() != number) {
            at = minuteOf(number);
            if (at == null) {
                return; // older than all that is kept
            }
        }
        at.add(record);
    }

    private @Nullable Minute minuteOf(long number) {
        int slot = (int) Math.floorMod(number, (long) ring.length);
        Minute there = ring[slot];
        if (there != null && there.number() > number) {
            return null;
        }
        if (there == null || there.number() < number) {
            there = new Minute(number);
            ring[slot] = there;
        }
        if (newest == null || number > newest.number()) {
            if (newest != null) {
                newest.pack();
            }
            newest = there;
        }
        return there;
    }

    /** Number of the newest minute with a request, {@link Long#MIN_VALUE} if there is none. */
    synchronized long newestMinute() {
        return newest == null ? Long.MIN_VALUE : newest.number();
    }

    /**
     * Adds the samples of the minutes from {@code first} to before {@code end}.
     *
     * @param period the samples that a minute belongs to, by its number
     */
    synchronized void addInto(LongFunction<Samples> period, Metric metric, long first, long end) {
        for (Minute minute : ring) {
            if (minute != null && minute.number() >= first && minute.number() < end) {
                minute.addInto(period.apply(minute.number()), metric);
            }
        }
    }
}
