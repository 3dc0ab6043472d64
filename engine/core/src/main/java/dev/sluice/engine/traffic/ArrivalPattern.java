package dev.sluice.engine.traffic;

import java.util.SplittableRandom;

/** How requests arrive, whatever becomes of the ones before: the open model. */
public sealed interface ArrivalPattern {
    /** The highest rate a pattern takes, requests a second: above it, fire times would need parts of a nanosecond. */
    double FASTEST = 1_000_000;

    /** Requests a second in the long run, 0 to {@link #FASTEST}; 0 means none. */
    double perSecond();

    /** The fire times, the same for the same seed. */
    ArrivalSchedule schedule(long seed);

    /** One request every {@code 1 / perSecond} seconds, the first at 0. */
    record Constant(double perSecond) implements ArrivalPattern {
        public Constant {
            check(perSecond);
        }

        @Override
        public ArrivalSchedule schedule(long seed) {
            return new PacedSchedule(new EvenGaps(), perSecond);
        }
    }

    /** Independent clients: gaps are exponential, their mean is {@code 1 / perSecond} seconds. */
    record Poisson(double perSecond) implements ArrivalPattern {
        public Poisson {
            check(perSecond);
        }

        @Override
        public ArrivalSchedule schedule(long seed) {
            return new PacedSchedule(new ExponentialGaps(new SplittableRandom(seed)), perSecond);
        }
    }

    /** @throws IllegalArgumentException unless 0 <= perSecond <= {@link #FASTEST} */
    static void check(double perSecond) {
        if (!(perSecond >= 0 && perSecond <= FASTEST)) {
            throw new IllegalArgumentException(
                    "The rate is " + perSecond + " requests a second; give 0 to " + (long) FASTEST + ".");
        }
    }
}
