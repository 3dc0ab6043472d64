package dev.sluice.engine.backend.protocol;

import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * AWS JSON: one JSON object each way, the operation in {@code X-Amz-Target}, an error as {@code __type} and
 * {@code message} (control-plane section 3.2).
 *
 * @param version {@code 1.0} or {@code 1.1}
 * @param errorNamespace stands before {@code #} and the error's code; empty if the service sends the bare code
 */
public record JsonProtocol(String version, String errorNamespace) {
    private static final String TARGET = "X-Amz-Target";

    /** The action that the URI named, or what follows the last dot of {@code X-Amz-Target}; empty if neither says. */
    public static String operation(ServiceRequest request) {
        if (!request.action().isEmpty()) {
            return request.action();
        }
        String target = request.headers().last(TARGET).orElse("");
        return target.substring(target.lastIndexOf('.') + 1);
    }

    /** An empty body counts as an empty object. @throws ServiceException if the body is no JSON object */
    public static ObjectNode input(ServiceRequest request) {
        if (request.body().isEmpty()) {
            return Json.object();
        }
        return Json.readObject(request.body().utf8())
                .orElseThrow(() -> ServiceException.of("SerializationException", "The request is no JSON object."));
    }

    public HttpResponse answer(ObjectNode output, String requestId) {
        return response(200, output, requestId).build();
    }

    public HttpResponse error(ServiceException error, String requestId) {
        String type = errorNamespace.isEmpty() ? error.code() : errorNamespace + "#" + error.code();
        var body = Json.object().put("__type", type).put("message", error.reason());
        Answer answer = response(error.status(), body, requestId);
        if (!error.queryCode().equals(error.code())) {
            answer.headers.add(
                    "x-amzn-query-error", error.queryCode() + (error.status() < 500 ? ";Sender" : ";Receiver"));
        }
        return answer.build();
    }

    private Answer response(int status, ObjectNode json, String requestId) {
        Body body = Body.utf8(Json.write(json));
        var headers = Headers.builder();
        headers.add("x-amzn-RequestId", requestId);
        headers.add("Content-Type", "application/x-amz-json-" + version);
        headers.add("Content-Length", Integer.toString(body.length()));
        return new Answer(status, headers, body);
    }

    private record Answer(int status, Headers.Builder headers, Body body) {
        HttpResponse build() {
            return new HttpResponse(status, headers.build(), body);
        }
    }
}
