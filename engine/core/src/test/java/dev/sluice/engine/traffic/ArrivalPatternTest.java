package dev.sluice.engine.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalPatternTest {
    private static final double NANOS = 1e9;

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 1, 3, 999.7, 5_000, 1_000_000})
    void fireTimesStrictlyIncrease(double perSecond) {
        for (ArrivalPattern pattern : patterns(perSecond)) {
            ArrivalSchedule schedule = pattern.schedule(1);
            long last = -1;
            for (int i = 0; i < 100_000; i++) {
                long next = schedule.nextNanos();
                assertTrue(next > last, pattern + " gave " + next + " after " + last);
                last = next;
            }
        }
    }

    private static ArrivalPattern[] patterns(double perSecond) {
        return new ArrivalPattern[] {new ArrivalPattern.Constant(perSecond), new ArrivalPattern.Poisson(perSecond)};
    }

    @Test
    void constantArrivalsDoNotDriftOverTenMillion() {
        ArrivalSchedule schedule = new ArrivalPattern.Constant(3).schedule(0);
        for (long i = 0; i < 10_000_000; i++) {
            long exactNanos = (i * 1_000_000_000L + 1) / 3;
            long given = schedule.nextNanos();
            assertTrue(Math.abs(given - exactNanos) <= 1, () -> given + " instead of " + exactNanos);
        }
    }

    @Test
    void poissonGapsAreExponentialByKolmogorovAndSmirnov() {
        int samples = 100_000;
        ArrivalSchedule schedule = new ArrivalPattern.Poisson(100).schedule(42);
        var gaps = new double[samples];
        long last = 0;
        for (int i = 0; i < samples; i++) {
            long next = schedule.nextNanos();
            gaps[i] = (next - last) / NANOS * 100;
            last = next;
        }
        Arrays.sort(gaps);
        double distance = 0;
        for (int i = 0; i < samples; i++) {
            double expected = 1 - Math.exp(-gaps[i]);
            distance = Math.max(distance, Math.abs(expected - (double) i / samples));
            distance = Math.max(distance, Math.abs(expected - (double) (i + 1) / samples));
        }
        double bound = 1.63 / Math.sqrt(samples); // 1 % significance
        assertTrue(distance < bound, distance + " is over " + bound);
    }

    @Test
    void theSameSeedGivesTheSameTimesAndAnotherSeedOthers() {
        var pattern = new ArrivalPattern.Poisson(10);
        long first = pattern.schedule(7).nextNanos();
        assertEquals(first, pattern.schedule(7).nextNanos());
        assertTrue(first != pattern.schedule(8).nextNanos());
    }

    @Test
    void aRateOfZeroNeverFires() {
        for (ArrivalPattern pattern : patterns(0)) {
            assertEquals(ArrivalSchedule.NEVER, pattern.schedule(1).nextNanos());
        }
    }

    @Test
    void aChangeOfRateStretchesWhatIsLeftOfTheGap() {
        ArrivalSchedule schedule = new ArrivalPattern.Constant(1).schedule(0);
        assertEquals(0, schedule.nextNanos());
        assertEquals(1_000_000_000, schedule.nextNanos());
        schedule.changeRate(10, 500_000_000); // half of the gap has passed, the other half is ten times as fast
        assertEquals(550_000_000, schedule.nextNanos());
        assertEquals(650_000_000, schedule.nextNanos());
    }

    @Test
    void aPauseKeepsItsPlaceInTheGap() {
        ArrivalSchedule schedule = new ArrivalPattern.Constant(1).schedule(0);
        schedule.nextNanos();
        schedule.nextNanos();
        schedule.changeRate(0, 250_000_000);
        assertEquals(ArrivalSchedule.NEVER, schedule.nextNanos());
        schedule.changeRate(1, 5_000_000_000L);
        assertEquals(5_750_000_000L, schedule.nextNanos());
    }

    @Test
    void changingToTheSameRateAllTheTimeChangesNothing() {
        for (ArrivalPattern pattern : patterns(50)) {
            ArrivalSchedule left = pattern.schedule(3);
            ArrivalSchedule touched = pattern.schedule(3);
            for (int i = 0; i < 1_000; i++) {
                long expected = left.nextNanos();
                long given = touched.nextNanos();
                assertTrue(Math.abs(expected - given) <= 2, pattern + " gave " + given + " instead of " + expected);
                touched.changeRate(50, given);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateThatIsNoneIsRefused(double perSecond) {
        assertThrows(IllegalArgumentException.class, () -> new ArrivalPattern.Constant(perSecond));
        assertThrows(IllegalArgumentException.class, () -> new ArrivalPattern.Poisson(perSecond));
    }
}
