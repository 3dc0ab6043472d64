package dev.sluice.engine.conformance;

import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares an answer, and what the stubs saw, with what a step expects. What is not understood is a difference. */
final class Expectations {
    private final Differences differences;
    private final HttpResponse response;
    private final Stubs stubs;

    Expectations(Differences differences, HttpResponse response, Stubs stubs) {
        this.differences = differences;
        this.response = response;
        this.stubs = stubs;
    }

    void check(String name, JsonNode wanted) {
        switch (name) {
            case "status" ->
                differences.status(wanted, response.status(), response.body().utf8());
            case "headers" -> differences.headers("header", wanted, response.headers());
            case "headerNamesCaseSensitive" -> names(wanted);
            case "headerValues" -> differences.headerValues(wanted, response.headers());
            case "body" -> differences.body("body", wanted, response.body());
            case "event" -> event(wanted);
            case "backendReceived" -> received(wanted);
            case "backendCalls" -> calls(wanted);
            default -> differences.notUnderstood("expect." + name);
        }
    }

    private void names(JsonNode wanted) {
        var names = new ArrayList<String>();
        response.headers().forEach((name, value) -> names.add(name));
        wanted.forEach(name -> differences.that(
                names.contains(name.asString()), "no header spelled " + name.asString() + " in " + names));
    }

    private void event(JsonNode wanted) {
        Optional<HttpRequest> got = stubs.lastRequest(wanted.path("backend").asString());
        if (got.isEmpty()) {
            differences.that(false, "the function " + wanted.path("backend") + " was not called");
            return;
        }
        JsonNode event = Json.parsed(got.get().body().utf8());
        wanted.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "backend" -> {}
                case "subset" ->
                    differences.that(Json.contains(value, event), "event: wanted " + value + " in " + event);
                case "regex" -> differences.regexes("event", value, event);
                case "keysExactly" ->
                    value.properties()
                            .forEach(keys -> differences.keysExactly(
                                    "event." + keys.getKey(), keys.getValue(), Json.at(event, keys.getKey())));
                case "presentPaths" ->
                    value.forEach(path -> differences.that(
                            !Json.at(event, path.asString()).isMissingNode(), "event: no " + path + " in " + event));
                case "absentPaths" ->
                    value.forEach(path ->
                            differences.that(Json.at(event, path.asString()).isMissingNode(), "event: has " + path));
                default -> differences.notUnderstood("event." + entry.getKey());
            }
        });
    }

    private void received(JsonNode wanted) {
        String name = wanted.path("backend").asString();
        if (wanted.has("notCalled")) {
            ConformanceCase.unknown("backendReceived", wanted, Set.of("backend", "notCalled"), differences.found());
            differences.that(
                    (stubs.calls(name) == 0) == wanted.path("notCalled").asBoolean(),
                    "backend " + name + " was called " + stubs.calls(name) + " times");
            return;
        }
        Optional<HttpRequest> got = stubs.lastRequest(name);
        if (got.isEmpty()) {
            differences.that(false, "backend " + name + " was not called");
            return;
        }
        HttpRequest request = got.get();
        wanted.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "backend" -> {}
                case "method" -> differences.value("backend method", Optional.of(request.method()), value);
                case "path" -> differences.value("backend path", Optional.of(request.rawPath()), value);
                case "query" -> query(value, request);
                case "queryMulti" -> queryMulti(value, request);
                case "headers" -> differences.headers("backend header", value, request.headers());
                case "headerValues" -> differences.headerValues(value, request.headers());
                case "body" -> differences.body("backend body", value, request.body());
                default -> differences.notUnderstood("backendReceived." + entry.getKey());
            }
        });
    }

    /** The raw query string, or the last value of each name. */
    private void query(JsonNode wanted, HttpRequest request) {
        if (wanted.isString()) {
            differences.value("backend query", Optional.of(request.rawQuery()), wanted);
            return;
        }
        wanted.properties().forEach(parameter -> {
            List<String> sent = query(request, parameter.getKey());
            differences.value(
                    "backend query " + parameter.getKey(),
                    sent.isEmpty() ? Optional.empty() : Optional.of(sent.getLast()),
                    parameter.getValue());
        });
    }

    private void queryMulti(JsonNode wanted, HttpRequest request) {
        wanted.properties().forEach(parameter -> {
            List<String> sent = query(request, parameter.getKey());
            differences.that(
                    sent.equals(Json.strings(parameter.getValue())),
                    "backend query " + parameter.getKey() + ": wanted " + parameter.getValue() + ", got " + sent);
        });
    }

    private static List<String> query(HttpRequest request, String name) {
        var values = new ArrayList<String>();
        for (String pair : request.rawQuery().split("&")) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (URLDecoder.decode(key, StandardCharsets.UTF_8).equals(name)) {
                values.add(equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    /** Total calls so far, by backend. */
    private void calls(JsonNode wanted) {
        wanted.properties()
                .forEach(backend -> differences.that(
                        backend.getValue().isInt()
                                && stubs.calls(backend.getKey())
                                        == backend.getValue().asInt(),
                        "backend calls: wanted " + wanted + ", got " + stubs.calls(backend.getKey())));
    }
}
