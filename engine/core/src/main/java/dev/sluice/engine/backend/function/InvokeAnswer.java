package dev.sluice.engine.backend.function;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import java.util.Locale;
import tools.jackson.core.io.JsonStringEncoder;

/** What Lambda's <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a> answers. */
public final class InvokeAnswer {
    /** Header by which Lambda tells a failed function from one that answered. */
    public static final String FUNCTION_ERROR = "X-Amz-Function-Error";

    /** Header with Lambda's own id of the invocation, which is not the gateway's. */
    public static final String REQUEST_ID = "x-amzn-RequestId";

    /** Largest answer of a function in bytes: 6 MB and 100 bytes (data-plane section 18; the number Lambda names). */
    public static final int LARGEST_PAYLOAD = 6_291_556;

    private InvokeAnswer() {}

    /** The function returned this; more than {@link #LARGEST_PAYLOAD} is an error of the function. */
    public static HttpResponse returned(String requestId, Body payload) {
        return payload.length() > LARGEST_PAYLOAD
                ? failed(requestId, tooLarge())
                : new HttpResponse(200, Headers.of(REQUEST_ID, requestId), payload);
    }

    /** The function failed with this error object. */
    public static HttpResponse failed(String requestId, Body error) {
        return new HttpResponse(200, Headers.of(REQUEST_ID, requestId, FUNCTION_ERROR, "Unhandled"), error);
    }

    /** Not run, because all environments it may have are busy. */
    public static HttpResponse throttled(String requestId, boolean reserved) {
        String reason =
                reserved ? "ReservedFunctionConcurrentInvocationLimitExceeded" : "ConcurrentInvocationLimitExceeded";
        return new HttpResponse(
                429,
                Headers.of(REQUEST_ID, requestId, "X-Amzn-ErrorType", "TooManyRequestsException"),
                Body.utf8("{\"Reason\":\"" + reason + "\",\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}"));
    }

    /** An error object as runtimes write it. */
    public static Body error(String message, String type) {
        return Body.utf8("{\"errorMessage\":" + quoted(message) + ",\"errorType\":" + quoted(type) + "}");
    }

    /** Lambda's own error about an invocation, which names it. */
    public static Body sandboxError(String requestId, String type, String message) {
        return Body.utf8("{\"errorType\":" + quoted(type) + ",\"errorMessage\":"
                + quoted("RequestId: " + requestId + " Error: " + message) + "}");
    }

    /** The function ran for as long as it may. */
    public static Body timedOut(String requestId, long timeoutSeconds) {
        return sandboxError(
                requestId, "Sandbox.Timedout", String.format(Locale.ROOT, "Task timed out after %.2f seconds", (double)
                        timeoutSeconds));
    }

    /** The answer is larger than Lambda takes. */
    public static Body tooLarge() {
        return error(
                "Response payload size exceeded maximum allowed payload size (" + LARGEST_PAYLOAD + " bytes).",
                "Function.ResponseSizeTooLarge");
    }

    /** The text as a JSON string. */
    public static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
