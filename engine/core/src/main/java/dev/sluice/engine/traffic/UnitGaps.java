package dev.sluice.engine.traffic;

/** Arrivals at one per unit of time on average. */
interface UnitGaps {
    /** The first arrival, 0 or more. */
    double first();

    /** The arrival after the one at {@code arrival}. */
    double after(double arrival);
}
