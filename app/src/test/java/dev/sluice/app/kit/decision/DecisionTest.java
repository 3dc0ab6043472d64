package dev.sluice.app.kit.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.ArticleWorkspace;
import dev.sluice.app.Traffic;
import dev.sluice.app.kit.Names;
import dev.sluice.engine.journal.ExchangeRecord;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private final Names names = new Names(ArticleWorkspace::definition);

    private Decision of(ExchangeRecord record) {
        return Decision.of(record, names);
    }

    @Test
    void aThrottledRequestNamesTierAndWait() {
        Decision decision = of(Traffic.throttled(1, "GET", "/users"));
        assertEquals("429 Too Many Requests — rejected by Usage plan Free · key free", decision.headline());
        assertTrue(decision.advice().startsWith("It would have passed 600 ms later"), decision.advice());
        assertEquals("0", decision.rows().getFirst().cost());
        assertTrue(decision.asText().contains("▼ refuse"));
    }

    @Test
    void aWrongPathSaysWhatToCheck() {
        Decision decision = of(Traffic.notFound(1, "/nowhere"));
        assertTrue(decision.headline().contains("The deployed API has no GET /nowhere"), decision.headline());
        assertTrue(decision.advice().contains("deployed stage"), decision.advice());
    }

    @Test
    void aTimeoutSaysThatTheEndpointMayStillBeWorking() {
        Decision decision = of(Traffic.timedOut(1, "/reports"));
        assertTrue(decision.headline().contains("29,000 ms"), decision.headline());
        assertTrue(decision.advice().contains("may still be working"), decision.advice());
    }

    @Test
    void aRequestLetThroughSaysHowLongItTook() {
        assertTrue(of(Traffic.ok(1, "GET", "/users")).headline().startsWith("200 — let through"));
    }
}
