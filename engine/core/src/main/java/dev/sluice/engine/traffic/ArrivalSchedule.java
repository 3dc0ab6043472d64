package dev.sluice.engine.traffic;

/** Intended fire times, one after the other. Pure: no clock, one thread at a time. */
public interface ArrivalSchedule {
    /** Stands for no further fire time. */
    long NEVER = Long.MAX_VALUE;

    /**
     * The next fire time, nanoseconds since the start of the schedule; greater than the one before, or {@link #NEVER}.
     */
    long nextNanos();

    /**
     * Requests come at this rate from {@code fromNanos} on. A time that {@link #nextNanos} has given already and that
     * lies after {@code fromNanos} is void: the next call gives that arrival again, at its new time.
     *
     * @param perSecond 0 to {@link ArrivalPattern#FASTEST}; 0 pauses
     * @param fromNanos nanoseconds since the start of the schedule; not before an earlier change
     */
    void changeRate(double perSecond, long fromNanos);
}
