package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;

/** Who is calling, and whether the route lets that caller in. A route without authorization costs one call here. */
public final class AuthorizeRoute implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        return exchange.httpApi().route().authorization().authorize(exchange, nowNanos);
    }
}
