package dev.sluice.engine.traffic;

/**
 * Arrivals of rate 1, laid out in time at another rate. A change of rate stretches only what is still to come: the part
 * of the current gap that has passed stays passed, so dragging a slider neither adds nor loses an arrival.
 *
 * <p>Each time is computed from the last change of rate and never from the time before it, so that roundings do not add
 * up.
 */
final class PacedSchedule implements ArrivalSchedule {
    private static final double NANOS = 1e9;

    private final UnitGaps gaps;
    private double perSecond;

    /** Where the current rate began: in nanoseconds, and in arrivals expected until then. */
    private long originNanos;

    private double originArrivals;
    /** The next arrival on the scale on which one arrives per unit. */
    private double next;

    private double givenArrivals = Double.NaN;
    private long givenNanos = -1;
    private long lastNanos = -1;

    PacedSchedule(UnitGaps gaps, double perSecond) {
        this.gaps = gaps;
        this.perSecond = perSecond;
        next = gaps.first();
    }

    @Override
    public long nextNanos() {
        if (perSecond == 0) {
            return NEVER;
        }
        lastNanos = Math.max(lastNanos, givenNanos);
        double afterOrigin = Math.max(0, next - originArrivals) / perSecond * NANOS;
        givenNanos = Math.max(lastNanos + 1, originNanos + Math.round(afterOrigin));
        givenArrivals = next;
        next = gaps.after(next);
        return givenNanos;
    }

    @Override
    public void changeRate(double newPerSecond, long fromNanos) {
        ArrivalPattern.check(newPerSecond);
        originArrivals += (fromNanos - originNanos) / NANOS * perSecond;
        originNanos = fromNanos;
        perSecond = newPerSecond;
        if (givenNanos > fromNanos) {
            givenNanos = lastNanos;
            next = givenArrivals;
        }
    }
}
