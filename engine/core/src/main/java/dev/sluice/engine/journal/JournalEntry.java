package dev.sluice.engine.journal;

import dev.sluice.engine.definition.BehaviourProfile.LogWording;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Map;

/** One step of an exchange, with the nanosecond at which it happened. Written only while the stage logs. */
public sealed interface JournalEntry {
    /** Nanoseconds since 1970-01-01T00:00Z. */
    long nanos();

    /**
     * The method was found.
     *
     * @param configuredMethod the method as the API has it: {@code ANY} where it says so
     * @param setting what the stage logs of it
     */
    record MethodFound(
            long nanos,
            String resourceId,
            String resourcePath,
            String configuredMethod,
            MethodSetting setting,
            LogWording wording)
            implements JournalEntry {}

    /** @param maskedIdentity what the caller is known by, starred */
    record AuthorizerStarted(long nanos, String authorizerId, String maskedIdentity) implements JournalEntry {}

    /**
     * @param headers of the invocation, as the log shows them
     * @param event what the function was called with; holds secrets
     */
    record AuthorizerCalled(long nanos, String uri, Headers headers, Body event) implements JournalEntry {}

    record AuthorizerAnswered(long nanos, Body body) implements JournalEntry {}

    /** @param maskedPrincipal empty if the authorizer gives none */
    record AuthorizerSucceeded(long nanos, String maskedPrincipal) implements JournalEntry {}

    /** @param maskedKey empty if the method needs no key */
    record UsagePlanChecked(long nanos, boolean apiKeyRequired, String maskedKey, String apiId, String stage)
            implements JournalEntry {}

    record Admitted(long nanos, ThrottleDecision decision) implements JournalEntry {}

    record ExecutionStarted(
            long nanos,
            String httpMethod,
            String path,
            Map<String, String> pathParameters,
            Map<String, String> queryString,
            Headers headers,
            Body body)
            implements JournalEntry {}

    record EndpointRequested(long nanos, String method, String uri, Headers headers, Body body)
            implements JournalEntry {}

    /** @param bodyBytes length of the whole body, of which the entry may hold only the beginning */
    record EndpointAnswered(long nanos, int status, Headers headers, Body body, int bodyBytes, long latencyNanos)
            implements JournalEntry {}

    record MethodAnswered(long nanos, Headers headers, Body body) implements JournalEntry {}

    record Refused(long nanos, Refusal refusal) implements JournalEntry {}

    record Completed(long nanos, int status) implements JournalEntry {}
}
