package dev.sluice.app.kit.strip;

import java.util.Arrays;

/** One number for each tenth of a second of the last minute. Not for two threads at once. */
public final class Bins {
    /** Width of a slot, nanoseconds. */
    public static final long SLOT_NANOS = 100_000_000L;

    /** Slots kept: 60 s. */
    public static final int SLOTS = 600;

    private final double[] values = new double[SLOTS];
    private long newest = Long.MIN_VALUE;

    public Bins() {
        Arrays.fill(values, Double.NaN);
    }

    /** Adds to what the slot of that instant holds; an instant older than the newest slot counts for the newest. */
    public void add(double amount, long nowNanos) {
        int at = advance(nowNanos);
        values[at] = Double.isNaN(values[at]) ? amount : values[at] + amount;
    }

    /** Replaces what the slot of that instant holds. */
    public void set(double value, long nowNanos) {
        values[advance(nowNanos)] = value;
    }

    private int advance(long nowNanos) {
        long slot = Math.max(newest, Math.floorDiv(nowNanos, SLOT_NANOS));
        if (newest == Long.MIN_VALUE || slot - newest >= SLOTS) {
            Arrays.fill(values, Double.NaN);
        } else {
            for (long next = newest + 1; next <= slot; next++) {
                values[index(next)] = Double.NaN;
            }
        }
        newest = slot;
        return index(slot);
    }

    /** What the slot {@code age} slots before the one of {@code nowNanos} holds; not a number if nothing. */
    public double at(int age, long nowNanos) {
        long slot = Math.floorDiv(nowNanos, SLOT_NANOS) - age;
        boolean kept = newest != Long.MIN_VALUE && slot <= newest && newest - slot < SLOTS;
        return kept ? values[index(slot)] : Double.NaN;
    }

    /** Where an axis that must reach the value ends: 1, 2, 2.5 or 5 times a power of ten. */
    static double niceCeiling(double value) {
        if (value <= 0) {
            return 1;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 2, 2.5, 5}) {
            if (value <= ten * step) {
                return ten * step;
            }
        }
        return ten * 10;
    }

    private static int index(long slot) {
        return (int) Math.floorMod(slot, (long) SLOTS);
    }
}
