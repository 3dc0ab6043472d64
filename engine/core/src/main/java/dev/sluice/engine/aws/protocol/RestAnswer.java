package dev.sluice.engine.aws.protocol;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.StableId;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/**
 * What an operation of the REST protocol answers.
 *
 * @param headers those of the operation; what every answer carries is added by {@link #response}
 */
public record RestAnswer(int status, Headers headers, Body body) {
    private static final String JSON = "application/json";

    public static RestAnswer json(int status, JsonNode json) {
        return new RestAnswer(status, Headers.of("Content-Type", JSON), Body.utf8(Json.write(json)));
    }

    /** An answer without a body, 202 or 204 for example. */
    public static RestAnswer empty(int status) {
        return new RestAnswer(status, Headers.NONE, Body.EMPTY);
    }

    public static RestAnswer error(ControlException error) {
        return error(error.code().status(), error.code().text(), String.valueOf(error.getMessage()));
    }

    /**
     * The error envelope (control-plane section 3.2): the code in a header and in the body, for clients read either.
     */
    public static RestAnswer error(int status, String code, String message) {
        var body = Json.object().put("__type", code).put("message", message);
        var headers = Headers.builder().add("Content-Type", JSON).add("x-amzn-ErrorType", code);
        if (status == 429 || status == 503) {
            headers.add("Retry-After", "1");
        }
        return new RestAnswer(status, headers.build(), Body.utf8(Json.write(body)));
    }

    /**
     * The whole response.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z; the request id follows from it
     */
    public HttpResponse response(long nowNanos) {
        Headers.Builder all = headers.toBuilder()
                .add("x-amzn-RequestId", requestId(nowNanos))
                .add("Content-Length", Integer.toString(body.length()));
        return new HttpResponse(status, all.build(), body);
    }

    private static String requestId(long nowNanos) {
        String text = StableId.of("request", Long.toString(nowNanos)) + StableId.of("control", Long.toString(nowNanos));
        return java.util.UUID.nameUUIDFromBytes(Body.utf8(text).bytes()).toString();
    }
}
