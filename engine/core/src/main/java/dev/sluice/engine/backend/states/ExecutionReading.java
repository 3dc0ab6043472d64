package dev.sluice.engine.backend.states;

import java.util.List;

/**
 * An execution at one instant. Times in nanoseconds since 1970-01-01T00:00Z.
 *
 * @param stopNanos 0 while it runs
 * @param output JSON text; empty unless it succeeded
 * @param error empty unless it failed, timed out or was stopped with one
 * @param events of the whole history
 * @param history its first events; those beyond are counted only
 */
public record ExecutionReading(
        String executionArn,
        String name,
        ExecutionStatus status,
        long startNanos,
        long stopNanos,
        String input,
        String output,
        String error,
        String cause,
        int events,
        List<HistoryEvent> history) {
    public ExecutionReading {
        history = List.copyOf(history);
    }
}
