package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;

/** Whether the caller may call: its own policies and the API's together. */
public final class Authorize implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        if (exchange.method().authorization().isOpen()) {
            return Verdict.GO;
        }
        Access access = Access.to(Access.INVOKE, exchange, nowNanos);
        return switch (access.decision()) {
            case ALLOW -> Verdict.GO;
            case SILENT -> access.denied(false);
            case DENY -> access.denied(true);
        };
    }
}
