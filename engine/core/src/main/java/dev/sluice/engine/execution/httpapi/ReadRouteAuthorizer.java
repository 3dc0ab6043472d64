package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;

/** What a Lambda authorizer said, if one was asked. */
public final class ReadRouteAuthorizer implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        return exchange.httpApi()
                .asked()
                .map(asked -> asked.authorization()
                        .read(exchange, exchange.authorizerOutcome().orElseThrow(), asked.key(), nowNanos))
                .orElse(Verdict.GO);
    }
}
