package dev.sluice.engine.backend.states;

/**
 * One entry of an execution's history.
 *
 * @param id 1 is the first
 * @param nanos nanoseconds since 1970-01-01T00:00Z
 * @param type as GetExecutionHistory names it: {@code TaskStateEntered}
 * @param state the state it belongs to; empty for the execution itself
 * @param detail input, output or cause; empty if there is none
 * @param error name of the error; empty if this is none
 */
public record HistoryEvent(long id, long nanos, String type, String state, String detail, String error) {}
