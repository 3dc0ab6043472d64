package dev.sluice.engine.traffic;

import java.util.SplittableRandom;

/** Gaps of the exponential distribution with mean 1, by inversion: the same on every platform. */
final class ExponentialGaps implements UnitGaps {
    private final SplittableRandom random;

    ExponentialGaps(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public double first() {
        return after(0);
    }

    @Override
    public double after(double arrival) {
        return arrival - StrictMath.log(1 - random.nextDouble());
    }
}
