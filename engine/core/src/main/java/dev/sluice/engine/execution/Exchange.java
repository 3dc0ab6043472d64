package dev.sluice.engine.execution;

import dev.sluice.engine.backend.Outcome;

/**
 * One request on its way. {@link #begin} runs it until it has an answer or needs a neighbour; {@link #resume} carries
 * on.
 *
 * <p>Not for two threads at once; any thread may do the next call. The times given never run backwards.
 */
public final class Exchange {
    Exchange() {}

    /**
     * Runs the stops until the first answer or call.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public Step begin(long nowNanos) {
        throw new UnsupportedOperationException();
    }

    /**
     * Carries on after the call that the last step asked for.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public Step resume(Outcome outcome, long nowNanos) {
        throw new UnsupportedOperationException();
    }
}
