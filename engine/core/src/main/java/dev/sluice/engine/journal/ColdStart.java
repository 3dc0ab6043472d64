package dev.sluice.engine.journal;

/**
 * The start of an environment that an invocation had to wait for.
 *
 * @param startNanos when it began, nanoseconds since 1970-01-01T00:00Z
 * @param initNanos how long it took, or will take where a model knows that beforehand; more than 0
 */
public record ColdStart(String functionName, long startNanos, long initNanos) {
    /** When the function could be handed its event, nanoseconds since 1970-01-01T00:00Z. */
    public long endNanos() {
        return startNanos + initNanos;
    }
}
