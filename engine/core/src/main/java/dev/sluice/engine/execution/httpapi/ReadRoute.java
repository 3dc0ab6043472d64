package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;

/**
 * What became of the call. An integration that does not answer in time or cannot be reached is 503 {@code Service
 * Unavailable}: captured for functions and private integrations; for public HTTP endpoints it is unsure (data-plane
 * section 18).
 */
public final class ReadRoute implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        return switch (exchange.outcome()) {
            case Outcome.Answered(HttpResponse answer) ->
                exchange.httpApi().route().integration().read(exchange, answer);
            case Outcome.TimedOut() -> HttpApiRefusal.serviceUnavailable(exchange.whyUnanswered());
            case Outcome.Unreachable(String reason) ->
                HttpApiRefusal.serviceUnavailable(new Cause.EndpointUnreachable(reason));
        };
    }
}
