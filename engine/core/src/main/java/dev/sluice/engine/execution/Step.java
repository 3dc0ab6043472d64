package dev.sluice.engine.execution;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.http.HttpResponse;

/** What an exchange wants done next: it never waits itself. */
public sealed interface Step {
    /**
     * Perform the call and resume the exchange with the outcome, or with {@link Outcome.TimedOut} once the deadline has
     * come.
     *
     * @param deadlineNanos nanoseconds since 1970-01-01T00:00Z
     */
    record Invoke(Call call, long deadlineNanos) implements Step {}

    /** The exchange is over: send this. */
    record Reply(HttpResponse response) implements Step {}
}
