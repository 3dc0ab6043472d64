package dev.sluice.engine.backend.region;

/**
 * An invocation of a function by a neighbour, not by the gateway.
 *
 * @param nanos when, nanoseconds since 1970-01-01T00:00Z
 * @param caller as a person would say it: {@code queue jobs}, {@code rule orders}
 * @param event the payload, cut if it is very long
 * @param latencyNanos how long it took
 * @param failure name of the error; empty if the function returned
 */
public record RecordedInvocation(
        long nanos, String caller, String functionName, String event, long latencyNanos, String failure) {}
