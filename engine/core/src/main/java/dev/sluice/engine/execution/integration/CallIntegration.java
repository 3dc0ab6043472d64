package dev.sluice.engine.execution.integration;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.journal.JournalEntry;

/** What to call and by when. MOCK answers on the spot; everything else is the driver's to perform. */
public final class CallIntegration implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        Verdict verdict = exchange.method().integration().call(exchange, nowNanos);
        if (verdict instanceof Verdict.Invoke && exchange.isNoted()) {
            IntegrationRequest request = exchange.integrationRequest();
            exchange.note(new JournalEntry.EndpointRequested(
                    nowNanos, request.method(), request.uri(), request.headers(), exchange.noted(request.body())));
        }
        return verdict;
    }
}
