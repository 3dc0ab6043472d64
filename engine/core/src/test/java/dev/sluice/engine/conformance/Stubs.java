package dev.sluice.engine.conformance;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.FunctionInvocation;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The backends of a case: they answer as its README says and remember what they were asked. */
final class Stubs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_PORT = 2000;

    private final Map<String, JsonNode> behaviours = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, HttpRequest> lastRequest = new HashMap<>();
    private final Map<String, JsonNode> lastEvent = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();

    Stubs(JsonNode backends) {
        for (JsonNode backend : backends) {
            names.add(backend.path("name").asString());
            behaviours.put(names.getLast(), backend.path("behavior"));
        }
    }

    static String withAddresses(String text, JsonNode backends) {
        String filled = text;
        int port = FIRST_PORT;
        for (JsonNode backend : backends) {
            filled = filled.replace("{{backend:" + backend.path("name").asString() + "}}", "127.0.0.1:" + port++);
        }
        return filled;
    }

    /** The workspace's functions: only their names matter, the stubs answer for them. */
    static List<Backend> functions(JsonNode backends) {
        return backends.valueStream()
                .filter(backend -> backend.path("kind").asString().equals("lambda"))
                .<Backend>map(backend -> new Backend.ModelledFunction(
                        backend.path("name").asString(), new FunctionAnswer.EchoEvent(), Backend.Latency.NONE))
                .toList();
    }

    int calls(String name) {
        return calls.getOrDefault(name, 0);
    }

    Optional<HttpRequest> lastRequest(String name) {
        return Optional.ofNullable(lastRequest.get(name));
    }

    Optional<JsonNode> lastEvent(String name) {
        return Optional.ofNullable(lastEvent.get(name));
    }

    Call.Timed perform(Call call) {
        return switch (call) {
            case FunctionInvocation invocation -> invoke(invocation);
            case Call.ToModel model -> model.perform(0);
            case Call.ToNetwork network -> http(network);
        };
    }

    private Call.Timed invoke(FunctionInvocation invocation) {
        String name = invocation.function().name();
        calls.merge(name, 1, Integer::sum);
        JsonNode event = JSON.readTree(invocation.event().utf8());
        lastEvent.put(name, event);
        return function(behaviours.getOrDefault(name, JSON.createObjectNode()), event, invocation.event());
    }

    private static Call.Timed function(JsonNode behaviour, JsonNode event, Body raw) {
        return switch (behaviour.path("type").asString()) {
            case "return" ->
                answered(200, Headers.NONE, behaviour.path("payload").toString(), 0);
            case "echo-event" -> {
                ObjectNode response =
                        JSON.createObjectNode().put("statusCode", 200).put("body", raw.utf8());
                yield answered(200, Headers.NONE, response.toString(), 0);
            }
            case "echo-event-raw" -> answered(200, Headers.NONE, raw.utf8(), 0);
            case "error" -> {
                ObjectNode error = JSON.createObjectNode()
                        .put("errorMessage", behaviour.path("errorMessage").asString())
                        .put("errorType", behaviour.path("errorType").asString("Error"));
                yield answered(200, Headers.of(FunctionInvocation.FUNCTION_ERROR, "Unhandled"), error.toString(), 0);
            }
            case "switch" -> {
                String value = event.at("/"
                                + behaviour.path("on").asString().substring(2).replace('.', '/'))
                        .asString("");
                JsonNode chosen = behaviour.path("cases").has(value)
                        ? behaviour.path("cases").path(value)
                        : behaviour.path("default");
                yield function(chosen, event, raw);
            }
            case "delay" -> {
                Call.Timed then = function(behaviour.path("then"), event, raw);
                yield new Call.Timed(then.outcome(), behaviour.path("ms").asLong() * 1_000_000L);
            }
            case "throttled" ->
                answered(429, Headers.NONE, "{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\"}", 0);
            case "access-denied" -> answered(403, Headers.NONE, "{}", 0);
            default -> throw new IllegalArgumentException("unknown function behaviour " + behaviour);
        };
    }

    private Call.Timed http(Call.ToNetwork call) {
        String name = names.get(call.port() - FIRST_PORT);
        int count = calls.merge(name, 1, Integer::sum);
        lastRequest.put(name, new HttpRequest(call.method(), call.target(), call.headers(), call.body(), ""));
        JsonNode behaviour = behaviours.get(name);
        return switch (behaviour.path("type").asString()) {
            case "echo" -> answered(200, json(), echo(call), 0);
            case "echo-body" -> answered(200, json(), call.body());
            case "echo-wrapped-json" -> answered(200, json(), "{\"json\": " + parsed(call.body()) + "}", 0);
            case "static" -> fixed(behaviour);
            case "status-from-path" -> {
                String path = call.target().replaceAll("\\?.*", "");
                int status = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
                yield answered(status, json(), "{\"message\":\"\",\"status_code\":" + status + "}", 0);
            }
            case "counter" -> answered(200, json(), "{\"n\": " + count + "}", 0);
            case "refuse" -> new Call.Timed(new Outcome.Unreachable("connection refused"), 0);
            case "delay" ->
                new Call.Timed(
                        fixed(behaviour.path("then")).outcome(),
                        behaviour.path("ms").asLong() * 1_000_000L);
            default -> throw new IllegalArgumentException("unknown HTTP behaviour " + behaviour);
        };
    }

    private static Call.Timed fixed(JsonNode behaviour) {
        var headers = Headers.builder();
        behaviour.path("headers").properties().forEach(header -> {
            if (header.getValue().isArray()) {
                header.getValue().forEach(value -> headers.add(header.getKey(), value.asString()));
            } else {
                headers.add(header.getKey(), header.getValue().asString());
            }
        });
        Body body = behaviour.has("bodyBase64")
                ? Body.of(
                        Base64.getDecoder().decode(behaviour.path("bodyBase64").asString()))
                : Body.utf8(
                        behaviour.path("body").isString()
                                ? behaviour.path("body").asString()
                                : behaviour.has("body") ? behaviour.path("body").toString() : "");
        return answered(behaviour.path("status").asInt(200), headers.build(), body);
    }

    private static Headers json() {
        return Headers.of("Content-Type", "application/json");
    }

    private static String parsed(Body body) {
        try {
            return body.isEmpty() ? "null" : JSON.readTree(body.utf8()).toString();
        } catch (RuntimeException e) {
            return "null";
        }
    }

    private static String echo(Call.ToNetwork call) {
        ObjectNode echo = JSON.createObjectNode();
        echo.put("method", call.method());
        echo.put("path", call.target().replaceAll("\\?.*", ""));
        echo.put(
                "query",
                call.target().contains("?")
                        ? call.target().substring(call.target().indexOf('?') + 1)
                        : "");
        ObjectNode headers = echo.putObject("headers");
        call.headers().forEach(headers::put);
        echo.put("body", call.body().utf8());
        return echo.toString();
    }

    private static Call.Timed answered(int status, Headers headers, String body, long latencyNanos) {
        return new Call.Timed(new Outcome.Answered(new HttpResponse(status, headers, Body.utf8(body))), latencyNanos);
    }

    private static Call.Timed answered(int status, Headers headers, Body body) {
        return new Call.Timed(new Outcome.Answered(new HttpResponse(status, headers, body)), 0);
    }
}
