package dev.sluice.engine.backend;

import dev.sluice.engine.http.HttpResponse;

/** What became of a call. */
public sealed interface Outcome {
    /** A function's answer has its payload as body, and {@code X-Amz-Function-Error} if the function failed. */
    record Answered(HttpResponse response) implements Outcome {}

    /** The deadline came first. */
    record TimedOut() implements Outcome {}

    /** No connection, or one that broke. */
    record Unreachable(String reason) implements Outcome {}
}
