package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;

/** What the route's integration calls, and by when. */
public final class CallRoute implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        return exchange.httpApi().route().integration().call(exchange, nowNanos);
    }
}
