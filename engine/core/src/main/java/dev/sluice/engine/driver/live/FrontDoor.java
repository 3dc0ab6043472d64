package dev.sluice.engine.driver.live;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;

/** Answers that never reach a gateway: given before there is a request id, so without {@code x-amzn} headers. */
final class FrontDoor {
    /** Data-plane section 3.3: 44 bytes, this content type. */
    static final HttpResponse TOO_LARGE =
            answer(413, "text; charset=utf-8", "HTTP content length exceeded " + Body.LARGEST + " bytes.");

    static final HttpResponse BAD_REQUEST = json(400, "Bad Request");
    static final HttpResponse TARGET_TOO_LONG = json(414, "Request URI too long");
    static final HttpResponse HEAD_TOO_LARGE = json(431, "Request Header Fields Too Large");
    static final HttpResponse NO_MEMORY = json(503, "Service Unavailable");

    /** Data-plane section 3.2: what API Gateway says when it is itself at fault. */
    static final HttpResponse INTERNAL_ERROR =
            answer(500, "application/json", "{\"message\": \"Internal server error\"}");

    private FrontDoor() {}

    private static HttpResponse json(int status, String message) {
        return answer(status, "application/json", "{\"message\":\"" + message + "\"}");
    }

    private static HttpResponse answer(int status, String contentType, String text) {
        Body body = Body.utf8(text);
        String length = Integer.toString(body.length());
        return new HttpResponse(status, Headers.of("content-type", contentType, "content-length", length), body);
    }
}
