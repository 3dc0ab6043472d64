package dev.sluice.engine.execution.validation;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;

/** Required parameters, then the body against its model: 400 if one is missing or the other does not fit. */
public final class ValidateRequest implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        return exchange.method().validation().check(exchange);
    }
}
