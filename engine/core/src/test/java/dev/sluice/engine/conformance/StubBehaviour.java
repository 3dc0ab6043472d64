package dev.sluice.engine.conformance;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.FunctionInvocation;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a stub answers, as the format's README names it. Pure: the same question gives the same answer and delay. */
record StubBehaviour(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Headers JSON_TYPE = Headers.of("Content-Type", "application/json");
    private static final Set<String> FUNCTIONS =
            Set.of("return", "echo-event", "echo-event-raw", "error", "switch", "delay", "access-denied", "throttled");
    private static final Set<String> SERVERS = Set.of(
            "echo", "echo-body", "echo-wrapped-json", "static", "status-from-path", "counter", "delay", "refuse");

    String type() {
        return json.path("type").asString("");
    }

    /** What the runner does not understand of this behaviour; nothing if it can be played. */
    List<String> problems(String kind) {
        Set<String> known = switch (kind) {
            case "lambda" -> FUNCTIONS;
            case "http" -> SERVERS;
            default -> ServiceStubs.behaviours(kind);
        };
        if (!known.contains(type())) {
            return List.of("not understood: " + kind + " behaviour " + json);
        }
        return inner().stream()
                .flatMap(behaviour -> behaviour.problems(kind).stream())
                .toList();
    }

    /** How long an answer may take at most. */
    long longestDelayNanos() {
        long inner = inner().stream()
                .mapToLong(StubBehaviour::longestDelayNanos)
                .max()
                .orElse(0);
        return TimeUnit.MILLISECONDS.toNanos(json.path("ms").asLong(0)) + inner;
    }

    private List<StubBehaviour> inner() {
        return switch (type()) {
            case "delay" -> List.of(new StubBehaviour(json.path("then")));
            case "switch" -> {
                var inner = new LinkedHashMap<String, StubBehaviour>();
                json.path("cases")
                        .properties()
                        .forEach(one -> inner.put(one.getKey(), new StubBehaviour(one.getValue())));
                if (json.has("default")) {
                    inner.put("default", new StubBehaviour(json.path("default")));
                }
                yield List.copyOf(inner.values());
            }
            default -> List.of();
        };
    }

    /** The answer of Lambda's Invoke. */
    Call.Timed function(Body raw) {
        JsonNode event = read(raw);
        return switch (type()) {
            case "return" -> invoked(200, Headers.NONE, payload(event));
            case "echo-event" ->
                invoked(
                        200,
                        Headers.NONE,
                        JSON.createObjectNode()
                                .put("statusCode", 200)
                                .put("body", raw.utf8())
                                .toString());
            case "echo-event-raw" -> invoked(200, Headers.NONE, raw.utf8());
            case "error" -> invoked(200, Headers.of(FunctionInvocation.FUNCTION_ERROR, "Unhandled"), error());
            case "switch" -> chosen(raw).function(raw);
            case "delay" -> later(new StubBehaviour(json.path("then")).function(raw));
            case "throttled" ->
                invoked(
                        429,
                        Headers.of("x-amzn-ErrorType", "TooManyRequestsException"),
                        "{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\",\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}");
            case "access-denied" -> invoked(403, Headers.of("x-amzn-ErrorType", "AccessDeniedException"), "{}");
            default -> throw new IllegalStateException("not understood: " + json);
        };
    }

    private String payload(JsonNode event) {
        return json.path("payload")
                .toString()
                .replace("${methodArn}", event.path("methodArn").asString(""));
    }

    private String error() {
        ObjectNode error = JSON.createObjectNode()
                .put("errorMessage", json.path("errorMessage").asString());
        if (json.has("errorType")) {
            error.put("errorType", json.path("errorType").asString());
        }
        return error.toString();
    }

    private StubBehaviour chosen(Body raw) {
        String value;
        try {
            Object found = JsonPath.read(raw.utf8(), json.path("on").asString());
            value = String.valueOf(found);
        } catch (PathNotFoundException | IllegalArgumentException none) {
            value = "";
        }
        JsonNode chosen = json.path("cases").has(value) ? json.path("cases").path(value) : json.path("default");
        return new StubBehaviour(chosen);
    }

    /** @param count calls of this stub so far, this one included */
    Call.Timed http(HttpRequest request, int count) {
        return switch (type()) {
            case "echo" -> answered(200, JSON_TYPE, echo(request));
            case "echo-body" -> answered(200, JSON_TYPE, request.body());
            case "echo-wrapped-json" ->
                answered(200, JSON_TYPE, Body.utf8("{\"json\": " + parsed(request.body()) + "}"));
            case "static" -> fixed();
            case "status-from-path" -> {
                String path = request.rawPath();
                int status = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
                yield answered(status, JSON_TYPE, Body.utf8("{\"message\":\"\",\"status_code\":" + status + "}"));
            }
            case "counter" -> answered(200, JSON_TYPE, Body.utf8("{\"n\": " + count + "}"));
            case "refuse" -> new Call.Timed(new Outcome.Unreachable("Connection refused"), 0);
            case "delay" -> later(new StubBehaviour(json.path("then")).http(request, count));
            default -> throw new IllegalStateException("not understood: " + json);
        };
    }

    private Call.Timed fixed() {
        var headers = Headers.builder();
        json.path("headers").properties().forEach(header -> {
            if (header.getValue().isArray()) {
                header.getValue().forEach(value -> headers.add(header.getKey(), value.asString()));
            } else {
                headers.add(header.getKey(), header.getValue().asString());
            }
        });
        JsonNode body = json.path("body");
        return answered(
                json.path("status").asInt(200),
                headers.build(),
                json.has("bodyBase64")
                        ? Body.of(Base64.getDecoder()
                                .decode(json.path("bodyBase64").asString()))
                        : Body.utf8(body.isString() ? body.asString() : body.isMissingNode() ? "" : body.toString()));
    }

    private Call.Timed later(Call.Timed then) {
        return new Call.Timed(
                then.outcome(),
                then.latencyNanos()
                        + TimeUnit.MILLISECONDS.toNanos(json.path("ms").asLong()));
    }

    private static Body echo(HttpRequest request) {
        var headers = new LinkedHashMap<String, String>();
        request.headers().forEach((name, value) -> headers.merge(name, value, (first, next) -> first + ", " + next));
        ObjectNode echo = JSON.createObjectNode()
                .put("method", request.method())
                .put("path", request.rawPath())
                .put("query", request.rawQuery());
        ObjectNode names = echo.putObject("headers");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            names.put(header.getKey(), header.getValue());
        }
        return Body.utf8(echo.put("body", request.body().utf8()).toString());
    }

    private static String parsed(Body body) {
        JsonNode read = read(body);
        return read.isMissingNode() ? "null" : read.toString();
    }

    private static JsonNode read(Body body) {
        try {
            return JSON.readTree(body.utf8());
        } catch (RuntimeException noJson) {
            return JSON.missingNode();
        }
    }

    private static Call.Timed invoked(int status, Headers headers, String payload) {
        return new Call.Timed(new Outcome.Answered(new HttpResponse(status, headers, Body.utf8(payload))), 0);
    }

    /** With the length of the body, as every real server says it. */
    private static Call.Timed answered(int status, Headers headers, Body body) {
        Headers complete = headers.contains("Content-Length") || status == 204 || status == 304
                ? headers
                : headers.toBuilder()
                        .add("Content-Length", Integer.toString(body.length()))
                        .build();
        return new Call.Timed(new Outcome.Answered(new HttpResponse(status, complete, body)), 0);
    }
}
