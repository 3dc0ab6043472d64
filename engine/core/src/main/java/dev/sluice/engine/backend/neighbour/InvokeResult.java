package dev.sluice.engine.backend.neighbour;

import dev.sluice.engine.backend.FunctionInvocation;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What Lambda's Invoke answered, read. */
public sealed interface InvokeResult {
    /** @param payload JSON text as the function gave it */
    record Returned(String payload) implements InvokeResult {}

    /**
     * The function failed or was not run.
     *
     * @param error name of the error, as Step Functions matches it
     * @param cause JSON text of the error object, or a sentence
     */
    record Failed(String error, String cause) implements InvokeResult {}

    static InvokeResult of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(HttpResponse response) -> of(response);
            case Outcome.TimedOut() -> new Failed("Sandbox.Timedout", "The function timed out.");
            case Outcome.Unreachable(String reason) -> new Failed("Lambda.SdkClientException", reason);
        };
    }

    private static InvokeResult of(HttpResponse response) {
        String payload = response.body().utf8();
        if (response.status() == 200) {
            return response.headers().contains(FunctionInvocation.FUNCTION_ERROR)
                    ? new Failed(errorType(payload), payload)
                    : new Returned(payload);
        }
        return switch (response.status()) {
            case 404 -> new Failed("Lambda.ResourceNotFoundException", payload);
            case 429 -> new Failed("Lambda.TooManyRequestsException", payload);
            case 403 -> new Failed("Lambda.AccessDeniedException", payload);
            default -> new Failed("Lambda.ServiceException", payload);
        };
    }

    private static String errorType(String payload) {
        JsonNode error = Json.read(payload).orElseGet(Json::object);
        String type = Json.text(error, "errorType");
        return type.isEmpty() ? "Lambda.Unknown" : type;
    }
}
