package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.authorization.ServedAuthorization.Scheme;
import dev.sluice.engine.execution.authorization.policy.Effect;

/**
 * Before a Lambda authorizer is asked: what the API's own policy denies is denied without a call (data-plane section
 * 8.2). Signatures and tokens are checked first and both policies together afterwards, by {@link Authorize}.
 */
public final class CheckResourcePolicy implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        ServedAuthorization authorization = exchange.method().authorization();
        if (authorization.resourcePolicy().isEmpty() || !(authorization.scheme() instanceof Scheme.Function)) {
            return Verdict.GO;
        }
        Access access = Access.to(Access.INVOKE, exchange, nowNanos);
        return access.byResourcePolicy() == Effect.DENY ? access.denied(true) : Verdict.GO;
    }
}
