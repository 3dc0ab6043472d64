package dev.sluice.engine.execution.validation;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.journal.JournalEntry;

/**
 * The caller is admitted: from here on errors have the bytes AWS gives during execution (data-plane section 3.2), and
 * the execution log says {@code Starting execution}.
 */
public final class StartExecution implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        exchange.startExecution();
        if (exchange.isNoted()) {
            exchange.note(new JournalEntry.ExecutionStarted(
                    nowNanos,
                    exchange.httpMethod(),
                    exchange.address().path(),
                    exchange.pathParameters(),
                    exchange.query().lastValues(),
                    exchange.request().headers(),
                    exchange.noted(exchange.request().body())));
        }
        return Verdict.GO;
    }
}
