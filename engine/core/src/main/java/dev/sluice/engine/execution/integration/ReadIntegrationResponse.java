package dev.sluice.engine.execution.integration;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.JournalEntry;

/**
 * What became of the call: 504 {@code Endpoint request timed out} at the deadline, 504 {@code Network error
 * communicating with endpoint} without a connection (data-plane section 3.1), else what the integration type makes of
 * the answer.
 */
public final class ReadIntegrationResponse implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        if (!exchange.hasOutcome()) {
            return Verdict.GO; // MOCK has answered already
        }
        return switch (exchange.outcome()) {
            case Outcome.Answered(HttpResponse response) -> {
                if (exchange.isNoted()) {
                    exchange.note(new JournalEntry.EndpointAnswered(
                            nowNanos,
                            response.status(),
                            response.headers(),
                            exchange.noted(response.body()),
                            response.body().length(),
                            exchange.integrationNanos()));
                }
                yield exchange.method().integration().read(exchange, response);
            }
            case Outcome.TimedOut() ->
                Verdict.refuse(
                        GatewayResponseType.INTEGRATION_TIMEOUT,
                        "Endpoint request timed out",
                        exchange.whyUnanswered());
            case Outcome.Unreachable(String reason) ->
                Verdict.refuse(
                        GatewayResponseType.INTEGRATION_FAILURE,
                        "Network error communicating with endpoint",
                        new Cause.EndpointUnreachable(reason));
        };
    }
}
