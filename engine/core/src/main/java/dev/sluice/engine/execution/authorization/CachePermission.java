package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.authorization.policy.Effect;

/**
 * The permission {@code execute-api:InvalidateCache} (data-plane section 12). Unlike a call it needs a policy that
 * gives it, the caller's own or the API's: a method open to everybody lets nobody invalidate.
 */
public final class CachePermission {
    private static final String INVALIDATE = "execute-api:InvalidateCache";

    private CachePermission() {}

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    public static boolean isGiven(Exchange exchange, long nowNanos) {
        boolean ownPolicies =
                exchange.caller().isPresent() && !(exchange.caller().get() instanceof Caller.Bearer);
        boolean anyPolicy = ownPolicies
                || exchange.method().authorization().resourcePolicy().isPresent();
        return anyPolicy && Access.to(INVALIDATE, exchange, nowNanos).decision() == Effect.ALLOW;
    }
}
