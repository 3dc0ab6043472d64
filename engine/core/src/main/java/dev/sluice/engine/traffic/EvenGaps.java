package dev.sluice.engine.traffic;

/** Arrivals at 0, 1, 2 and so on: whole numbers, so a sum of them is exact. */
final class EvenGaps implements UnitGaps {
    @Override
    public double first() {
        return 0;
    }

    @Override
    public double after(double arrival) {
        return arrival + 1;
    }
}
