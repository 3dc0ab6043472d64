package dev.sluice.engine.execution.function;

import dev.sluice.engine.http.Body;

/** What came of an invocation. */
public sealed interface FunctionResult {
    /** The function returned. */
    record Returned(Body payload) implements FunctionResult {}

    /**
     * The function threw, exited or ran out of its own time.
     *
     * @param payload the error object as Lambda gives it
     */
    record Failed(String errorType, String errorMessage, Body payload) implements FunctionResult {}

    /**
     * The function was not run.
     *
     * @param status 429 throttled, 403 forbidden
     */
    record NotInvoked(int status) implements FunctionResult {}
}
