package dev.sluice.app.kit.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.ArticleWorkspace;
import dev.sluice.app.Traffic;
import dev.sluice.app.kit.Names;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.FunctionLog;
import dev.sluice.engine.journal.FunctionLogEntry.Finished;
import dev.sluice.engine.journal.FunctionLogEntry.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private final Names names = new Names(ArticleWorkspace::definition);

    private final FunctionLog functions = new FunctionLog(16);

    private Decision of(ExchangeRecord record) {
        return Decision.of(record, names, functions);
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
    void aTimeoutThatAColdStartCausedSaysSo() {
        ExchangeRecord record = Traffic.timedOut(1, "/reports");
        assertEquals(List.of(), of(record).facts());
        coldStart(record, 32_000_000_000L);
        Decision decision = of(record);
        assertTrue(decision.facts().getFirst().startsWith("Cold start of slow-report: its environment takes 32.00 s"));
        assertTrue(decision.facts().getFirst().contains("had not begun when the gateway gave up"));
        assertTrue(decision.asText().contains("Cold start of slow-report"));
    }

    @Test
    void aColdStartThatWasOverBeforeTheTimeoutIsOnlyNamed() {
        ExchangeRecord record = Traffic.timedOut(1, "/reports");
        coldStart(record, 800_000_000L);
        assertEquals(
                List.of(
                        "Cold start of slow-report: its environment took 800 ms to start before the function got the event."),
                of(record).facts());
    }

    private void coldStart(ExchangeRecord record, long initNanos) {
        long run = 31_000_000_000L;
        var finished = new Finished(
                record.startNanos() + initNanos + run,
                "slow-report",
                1,
                record.invocationId(),
                run,
                initNanos,
                128,
                Status.RETURNED);
        functions.add(finished, record.startNanos());
    }

    @Test
    void aRequestLetThroughSaysHowLongItTook() {
        assertTrue(of(Traffic.ok(1, "GET", "/users")).headline().startsWith("200 — let through"));
    }
}
