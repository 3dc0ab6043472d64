package dev.sluice.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.ArticleWorkspace;
import dev.sluice.app.Traffic;
import org.junit.jupiter.api.Test;

class StatusModelTest {
    private final StatusModel model = new StatusModel(ArticleWorkspace::definition);

    @Test
    void theLimiterNamesTheOrderOfItsTiers() {
        assertEquals("Limiter ON · article order", model.limiterProperty().get());
    }

    @Test
    void ratesAreADashUntilThereIsSomethingToCompare() {
        assertEquals("— req/s in", model.requestRateProperty().get());
    }

    @Test
    void ratesAreTheMeanOfTheLastSecond() {
        for (int i = 0; i <= 20; i++) {
            model.show(Traffic.snapshot(Traffic.START_NANOS + i * 100_000_000L, i * 120L, i * 31L));
        }
        assertEquals("1,200 req/s in", model.requestRateProperty().get());
        assertEquals("310 × 429/s", model.throttledRateProperty().get());
        assertTrue(model.throttlingProperty().get());
    }
}
