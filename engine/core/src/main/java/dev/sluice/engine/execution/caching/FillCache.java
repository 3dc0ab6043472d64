package dev.sluice.engine.execution.caching;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;

/**
 * Keeps the method response of a request that missed. Whatever its status: error responses of endpoints have been seen
 * cached (data-plane section 12, reported). The gateway's own answers never come here.
 */
public final class FillCache implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        exchange.missedKey()
                .ifPresent(key -> exchange.table()
                        .cache()
                        .keep(
                                key,
                                exchange.methodResponse(),
                                exchange.method().caching().expiresAt(nowNanos)));
        return Verdict.GO;
    }
}
