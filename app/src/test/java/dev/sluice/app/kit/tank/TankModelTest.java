package dev.sluice.app.kit.tank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.observation.snapshot.BucketReading;
import org.junit.jupiter.api.Test;

class TankModelTest {
    private static final BucketId ID = BucketId.usagePlan("gold", "gold");
    private static final long MILLI = 1_000_000L;

    private final TankModel model = Readings.model(ID);

    private static BucketReading reading(double tokens, long passed, long refused) {
        long toFull = tokens >= 50 ? 0 : (long) ((50 - tokens) / 100 * 1e9);
        return new BucketReading(ID, new ThrottleSettings("100", 50), tokens, passed, refused, 0, toFull);
    }

    @Test
    void beforeAnyReadingNothingIsClaimed() {
        assertEquals("—", model.readout().tokens());
        assertEquals("no reading yet", model.readout().trend().text());
        assertTrue(Double.isNaN(model.lowWater()));
    }

    @Test
    void outIsTheMeanOfTheLastSecondAndEmptyInIsTokensOverOutMinusIn() {
        for (int step = 0; step <= 40; step++) {
            model.accept(reading(40 - step * 0.5, 142L * step / 20, 0), step * 50 * MILLI);
        }
        assertEquals(142, model.outPerSecond(), 2);
        assertInstanceOf(Trend.Draining.class, model.trend());
        double seconds = 20 / (model.outPerSecond() - 100);
        assertEquals(seconds * 1e9, ((Trend.Draining) model.trend()).nanosToEmpty(), 1e6);
        assertEquals("+100/s", model.readout().in());
        assertTrue(model.readout().out().startsWith("\u221214"), model.readout().out());
    }

    @Test
    void withoutDemandAPartlyFilledBucketSaysWhenItIsFull() {
        model.accept(reading(40, 0, 0), 0);
        assertEquals("full in 0.1 s", model.trend().text());
    }

    @Test
    void aFullBucketIsFullAndLetsNothingIn() {
        model.accept(reading(50, 0, 0), 0);
        assertEquals("full", model.trend().text());
        assertFalse(model.refilling());
    }

    @Test
    void aBucketThatRefusesSaysHowOftenATokenComes() {
        model.accept(reading(0.2, 100, 0), 0);
        model.accept(reading(0.4, 110, 7), 100 * MILLI);
        assertEquals("empty · 1 per 10 ms", model.trend().text());
        assertEquals(7, model.refused());
    }

    @Test
    void aRefusalBetweenTwoReadingsTakesTheLowWaterMarkToTheBottom() {
        model.accept(reading(30, 0, 0), 0);
        model.accept(reading(10, 30, 0), 100 * MILLI);
        assertEquals(0.2, model.lowWater(), 1e-6);
        model.accept(reading(12, 60, 1), 200 * MILLI);
        assertEquals(0, model.lowWater(), 1e-6);
    }

    @Test
    void theLowWaterMarkForgetsWhatIsTenSecondsOld() {
        model.accept(reading(5, 0, 0), 0);
        model.accept(reading(50, 0, 0), 11_000 * MILLI);
        assertEquals(1, model.lowWater(), 1e-6);
    }

    @Test
    void reducedMotionChangesLevelAndNumbersFourTimesASecond() {
        model.setCalm(true);
        model.accept(reading(50, 0, 0), 0);
        model.accept(reading(20, 30, 0), 100 * MILLI);
        assertEquals(50, model.shownTokens());
        assertEquals("50.0", model.readout().tokens());
        model.accept(reading(10, 40, 0), 260 * MILLI);
        assertEquals(10, model.shownTokens());
        assertEquals("10.0", model.readout().tokens());
    }

    @Test
    void countsStartAgainWhenARunStarts() {
        model.accept(reading(0, 50, 31), 0);
        model.countFromNow();
        assertEquals(0, model.refused());
        model.accept(reading(0, 50, 33), 100 * MILLI);
        assertEquals(2, model.refused());
    }

    @Test
    void aScreenReaderHearsLevelRateAndRefusals() {
        model.accept(reading(37.4, 50, 31), 0);
        assertEquals(
                "Bucket usage plan gold, API key gold: 37 of 50 tokens, filling 100 per second, 31 refused",
                model.spoken());
    }

    @Test
    void atMostTwentyShapesFallAndEachThenStandsForMore() {
        var rain = new RefusalRain();
        for (int step = 0; step < 60; step++) {
            rain.step(100, 3_000, step * 33 * MILLI);
            assertTrue(rain.inFlight() <= RefusalRain.MOST_IN_FLIGHT);
        }
        assertEquals(200, rain.requestsPerShape());
        assertTrue(rain.inFlight() > 10);
    }

    @Test
    void fewRefusalsFallOneByOne() {
        var rain = new RefusalRain();
        rain.step(3, 3, 1_000 * MILLI);
        rain.step(0, 3, 1_100 * MILLI);
        assertEquals(1, rain.requestsPerShape());
        assertEquals(3, rain.inFlight());
        rain.step(0, 3, 3_000 * MILLI);
        assertEquals(0, rain.inFlight());
    }

    @Test
    void historyKeepsLowestAndHighestOfEachQuarterSecond() {
        var history = new LevelHistory();
        history.add(30, 0);
        history.add(2, 100 * MILLI);
        history.add(40, 200 * MILLI);
        history.add(50, 600 * MILLI);
        assertEquals(50, history.lowest(0));
        assertTrue(Float.isNaN(history.lowest(1)), "nothing was read then");
        assertEquals(2, history.lowest(2));
        assertEquals(40, history.highest(2));
    }

    @Test
    void discsAreAsLargeAsFitAndAllHaveAPlace() {
        for (int burst = 1; burst <= 40; burst++) {
            DiscGrid grid = DiscGrid.fit(burst, 76, 100);
            assertTrue(grid.columns() * grid.rows() >= burst);
            assertTrue(grid.columns() * grid.cell() <= 76.001 && grid.rows() * grid.cell() <= 100.001);
        }
    }
}
