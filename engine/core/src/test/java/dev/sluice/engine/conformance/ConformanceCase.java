package dev.sluice.engine.conformance;

import dev.sluice.engine.driver.live.ListenerOptions;
import dev.sluice.engine.http.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One case file of format {@code apigw-case/1}. */
record ConformanceCase(JsonNode json) {
    private static final Set<String> ABOUT = Set.of("format", "id", "topic", "title", "evidence", "source", "note");
    private static final Set<String> SET_UP = Set.of(
            "api",
            "apis",
            "domain",
            "stage",
            "extraStages",
            "usagePlans",
            "apiKeys",
            "account",
            "clock",
            "backends",
            "steps",
            "expectMetrics");
    private static final Set<String> STEP = Set.of(
            "request",
            "expect",
            "repeat",
            "advanceClockMs",
            "executionLog",
            "executionLogEmpty",
            "accessLogRegex",
            "accessLogJsonRegex",
            "xray",
            "queueMessages",
            "note");
    private static final Set<String> REQUEST =
            Set.of("method", "path", "query", "headers", "body", "stageOverride", "rawTarget", "host", "kind", "note");
    private static final Set<String> CONTROL = Set.of("kind", "op", "params", "note");
    private static final Set<String> TEST_INVOKE = Set.of(
            "kind",
            "resourcePath",
            "resourceId",
            "httpMethod",
            "pathWithQueryString",
            "body",
            "headers",
            "multiValueHeaders",
            "stageVariables",
            "clientCertificateId",
            "note");

    String id() {
        return json.path("id").asString("?");
    }

    JsonNode steps() {
        return json.path("steps");
    }

    JsonNode backends() {
        return json.path("backends");
    }

    JsonNode stage() {
        return json.path("stage");
    }

    String stageName() {
        return stage().path("name").asString("$default");
    }

    boolean isFrozen() {
        return json.path("clock").asString("").equals("frozen");
    }

    /** What the runner does not understand of it: such a case has failed. */
    List<String> notUnderstood() {
        var problems = new ArrayList<String>();
        if (!json.path("format").asString("").equals("apigw-case/1")) {
            problems.add("not understood: format " + json.path("format"));
        }
        json.propertyNames().stream()
                .filter(name -> !ABOUT.contains(name) && !SET_UP.contains(name))
                .forEach(name -> problems.add("not understood: " + name));
        if (json.has("clock") && !isFrozen()) {
            problems.add("not understood: clock " + json.path("clock"));
        }
        if (steps().isEmpty()) {
            problems.add("it has no steps");
        }
        for (JsonNode step : steps()) {
            unknown("step", step, STEP, problems);
            JsonNode request = step.path("request");
            switch (request.path("kind").asString("")) {
                case "" -> unknown("request", request, REQUEST, problems);
                case "control" -> unknown("request", request, CONTROL, problems);
                case "test-invoke" -> unknown("request", request, TEST_INVOKE, problems);
                default -> problems.add("not understood: request kind " + request.path("kind"));
            }
        }
        problems.addAll(new Stubs(backends()).problems());
        return problems;
    }

    /** Adds a problem for each member that is not known. */
    static void unknown(String what, JsonNode node, Set<String> known, List<String> problems) {
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add("not understood: " + what + "." + name));
    }

    /** Whether only a socket can tell: the answer comes from the front door, before there is an exchange. */
    boolean needsSocket() {
        return steps().valueStream().map(step -> step.path("request")).anyMatch(ConformanceCase::isTooLarge);
    }

    private static boolean isTooLarge(JsonNode request) {
        int target = request.path("path").asString("").length()
                + request.path("query").asString("").length();
        int headers = request.path("headers")
                .valueStream()
                .mapToInt(value -> value.asString("").length())
                .sum();
        int head = ListenerOptions.STANDARD.headBytes();
        int body = request.path("body").path("generate").path("length").asInt(0);
        return target > head || headers > head || body > Body.LARGEST;
    }
}
