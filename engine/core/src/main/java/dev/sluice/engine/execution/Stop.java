package dev.sluice.engine.execution;

/** One stop of a request's journey. Stateless: all it learns goes into the exchange. */
@FunctionalInterface
public interface Stop {
    /**
     * Does this stop's part of the exchange.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    Verdict visit(Exchange exchange, long nowNanos);
}
