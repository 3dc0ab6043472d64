package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;

/** How a route finds out who is calling, and whether that caller may call. Immutable. */
interface RouteAuthorization {
    /** Everybody may. */
    RouteAuthorization NONE = (exchange, nowNanos) -> Verdict.GO;

    /**
     * Lets the request pass, refuses it, or asks a function.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    Verdict authorize(Exchange exchange, long nowNanos);
}
