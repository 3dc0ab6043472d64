package dev.sluice.app.kit.tank;

import java.util.Arrays;

/**
 * The lowest and the highest level in each quarter of a second of the last minute. Not for two threads at once.
 *
 * <p>Both are kept because an average hides the moments that matter: a bucket that was empty for 20 ms refused
 * requests.
 */
public final class LevelHistory {
    /** Width of one slot, nanoseconds. */
    public static final long SLOT_NANOS = 250_000_000L;

    /** Slots kept: 60 s. */
    public static final int SLOTS = 240;

    private final float[] lowest = new float[SLOTS];
    private final float[] highest = new float[SLOTS];
    private long newest = Long.MIN_VALUE;

    /** Notes a level in tokens; an instant older than the newest slot is left out. */
    public void add(double level, long nowNanos) {
        long slot = Math.floorDiv(nowNanos, SLOT_NANOS);
        if (slot < newest) {
            return;
        }
        advanceTo(slot);
        int at = index(slot);
        lowest[at] = Float.isNaN(lowest[at]) ? (float) level : Math.min(lowest[at], (float) level);
        highest[at] = Float.isNaN(highest[at]) ? (float) level : Math.max(highest[at], (float) level);
    }

    private void advanceTo(long slot) {
        if (newest == Long.MIN_VALUE || slot - newest >= SLOTS) {
            Arrays.fill(lowest, Float.NaN);
            Arrays.fill(highest, Float.NaN);
        } else {
            for (long next = newest + 1; next <= slot; next++) {
                lowest[index(next)] = Float.NaN;
                highest[index(next)] = Float.NaN;
            }
        }
        newest = slot;
    }

    /** Lowest level {@code age} slots before the newest, in tokens; not a number if nothing was noted then. */
    public float lowest(int age) {
        return known(age) ? lowest[index(newest - age)] : Float.NaN;
    }

    /** Highest level {@code age} slots before the newest, in tokens; not a number if nothing was noted then. */
    public float highest(int age) {
        return known(age) ? highest[index(newest - age)] : Float.NaN;
    }

    /** Lowest level over the newest slots that cover the span; not a number if nothing was noted. */
    public float lowestWithin(long nanos) {
        float least = Float.NaN;
        int slots = (int) Math.min(SLOTS, nanos / SLOT_NANOS);
        for (int age = 0; age < slots; age++) {
            float low = lowest(age);
            least = Float.isNaN(least) || low < least ? low : least;
        }
        return least;
    }

    private boolean known(int age) {
        return newest != Long.MIN_VALUE && age >= 0 && age < SLOTS;
    }

    private static int index(long slot) {
        return (int) Math.floorMod(slot, (long) SLOTS);
    }
}
