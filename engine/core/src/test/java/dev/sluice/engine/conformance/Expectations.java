package dev.sluice.engine.conformance;

import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.observation.logs.ExecutionLog;
import dev.sluice.engine.observation.logs.LogLine;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Compares an answer with what a case expects; an expectation that is not understood is a difference. */
final class Expectations {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> differences = new ArrayList<>();
    private final HttpResponse response;
    private final Stubs stubs;

    private Expectations(HttpResponse response, Stubs stubs) {
        this.response = response;
        this.stubs = stubs;
    }

    static List<String> check(JsonNode step, HttpResponse response, ExchangeRecord record, Stubs stubs) {
        var check = new Expectations(response, stubs);
        step.path("expect").properties().forEach(entry -> check.expect(entry.getKey(), entry.getValue()));
        step.properties().forEach(entry -> {
            switch (entry.getKey()) {
                case "request", "expect", "repeat", "advanceClockMs" -> {}
                case "executionLog" -> check.log(entry.getValue(), record);
                case "executionLogEmpty" ->
                    check.that(ExecutionLog.lines(record).isEmpty(), "execution log is not empty");
                default -> check.that(false, "not understood: " + entry.getKey());
            }
        });
        return check.differences;
    }

    private void that(boolean holds, String difference) {
        if (!holds) {
            differences.add(difference);
        }
    }

    private void expect(String name, JsonNode value) {
        switch (name) {
            case "status" -> status(value);
            case "headers" ->
                value.properties()
                        .forEach(header ->
                                value("header " + header.getKey(), joined(header.getKey()), header.getValue()));
            case "headerNamesCaseSensitive" ->
                value.forEach(header -> that(
                        names(response.headers()).contains(header.asString()),
                        "no header spelled " + header.asString() + " in " + names(response.headers())));
            case "headerValues" ->
                value.properties().forEach(header -> {
                    var wanted = header.getValue()
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList();
                    var got = response.headers().all(header.getKey());
                    that(got.equals(wanted), header.getKey() + ": wanted " + wanted + ", got " + got);
                });
            case "body" -> body("body", value, response.body().bytes());
            case "event" -> event(value);
            case "backendReceived" -> received(value);
            case "backendCalls" -> calls(value);
            default -> that(false, "not understood: expect." + name);
        }
    }

    private void status(JsonNode wanted) {
        boolean matches = wanted.isObject()
                ? wanted.path("oneOf").valueStream().anyMatch(status -> status.asInt() == response.status())
                : wanted.asInt() == response.status();
        that(
                matches,
                "status: wanted " + wanted + ", got " + response.status() + " "
                        + response.body().utf8());
    }

    private void value(String what, Optional<String> got, JsonNode wanted) {
        if (wanted.isString()) {
            that(got.equals(Optional.of(wanted.asString())), what + ": wanted " + wanted + ", got " + got);
        } else if (wanted.has("regex")) {
            that(
                    got.filter(text -> Pattern.compile(wanted.path("regex").asString())
                                    .matcher(text)
                                    .find())
                            .isPresent(),
                    what + ": wanted " + wanted + ", got " + got);
        } else if (wanted.has("present")) {
            that(got.isPresent(), what + ": missing");
        } else if (wanted.has("absent")) {
            that(got.isEmpty(), what + ": wanted none, got " + got);
        } else {
            that(false, "not understood: " + what + " " + wanted);
        }
    }

    private void body(String what, JsonNode wanted, byte[] got) {
        String text = new String(got, StandardCharsets.UTF_8);
        wanted.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "exact" -> that(text.equals(value.asString()), what + ": wanted " + value + ", got " + text);
                case "json" -> that(same(value, parsed(text)), what + ": wanted " + value + ", got " + text);
                case "jsonSubset" -> that(contains(value, parsed(text)), what + ": wanted " + value + " in " + text);
                case "jsonRegex" ->
                    value.properties()
                            .forEach(member -> that(
                                    Pattern.compile(member.getValue().asString())
                                            .matcher(textOf(parsed(text).path(member.getKey())))
                                            .find(),
                                    what + "." + member.getKey() + ": wanted " + member.getValue() + " in " + text));
                case "jsonHasKeys" ->
                    value.forEach(key -> that(parsed(text).has(key.asString()), what + ": no " + key + " in " + text));
                case "jsonKeysExactly" ->
                    that(
                            keys(parsed(text))
                                    .equals(value.valueStream()
                                            .map(JsonNode::asString)
                                            .sorted()
                                            .toList()),
                            what + ": wanted keys " + value + ", got " + keys(parsed(text)));
                case "base64" ->
                    that(
                            Base64.getEncoder().encodeToString(got).equals(value.asString()),
                            what + ": wanted " + value + ", got "
                                    + Base64.getEncoder().encodeToString(got));
                case "regex" ->
                    that(
                            Pattern.compile(value.asString()).matcher(text).find(),
                            what + ": wanted " + value + ", got " + text);
                case "empty" -> that(got.length == 0, what + ": wanted nothing, got " + text);
                default -> that(false, "not understood: " + what + "." + entry.getKey());
            }
        });
    }

    private void event(JsonNode wanted) {
        Optional<JsonNode> got = stubs.lastEvent(wanted.path("backend").asString());
        if (got.isEmpty()) {
            that(false, "the function was not called");
            return;
        }
        JsonNode event = got.get();
        wanted.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "backend" -> {}
                case "subset" -> that(contains(value, event), "event: wanted " + value + " in " + event);
                case "regex" ->
                    value.properties()
                            .forEach(member -> that(
                                    Pattern.compile(member.getValue().asString())
                                            .matcher(textOf(at(event, member.getKey())))
                                            .find(),
                                    "event." + member.getKey() + ": wanted " + member.getValue() + ", got "
                                            + at(event, member.getKey())));
                case "keysExactly" ->
                    value.properties()
                            .forEach(member -> that(
                                    keys(at(event, member.getKey()))
                                            .equals(member.getValue()
                                                    .valueStream()
                                                    .map(JsonNode::asString)
                                                    .sorted()
                                                    .toList()),
                                    "event." + member.getKey() + ": wanted keys " + member.getValue() + ", got "
                                            + keys(at(event, member.getKey()))));
                case "presentPaths" ->
                    value.forEach(path -> that(!at(event, path.asString()).isMissingNode(), "event: no " + path));
                case "absentPaths" ->
                    value.forEach(path -> that(at(event, path.asString()).isMissingNode(), "event: has " + path));
                default -> that(false, "not understood: event." + entry.getKey());
            }
        });
    }

    private void received(JsonNode wanted) {
        String name = wanted.path("backend").asString();
        if (wanted.has("notCalled")) {
            that(stubs.calls(name) == 0, "backend " + name + " was called " + stubs.calls(name) + " times");
            return;
        }
        Optional<HttpRequest> got = stubs.lastRequest(name);
        if (got.isEmpty()) {
            that(false, "backend " + name + " was not called");
            return;
        }
        HttpRequest request = got.get();
        wanted.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "backend" -> {}
                case "method" -> that(request.method().equals(value.asString()), "backend method: " + request.method());
                case "path" -> that(request.rawPath().equals(value.asString()), "backend path: " + request.rawPath());
                case "headers" ->
                    value.properties()
                            .forEach(header -> value(
                                    "backend header " + header.getKey(),
                                    request.headers().first(header.getKey()),
                                    header.getValue()));
                case "queryMulti" ->
                    value.properties().forEach(parameter -> {
                        var values = parameter
                                .getValue()
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList();
                        var sent = query(request, parameter.getKey());
                        that(
                                sent.equals(values),
                                "backend query " + parameter.getKey() + ": wanted " + values + ", got " + sent);
                    });
                case "body" -> body("backend body", value, request.body().bytes());
                default -> that(false, "not understood: backendReceived." + entry.getKey());
            }
        });
    }

    private void calls(JsonNode wanted) {
        if (wanted.has("backend")) {
            int got = stubs.calls(wanted.path("backend").asString());
            that(got == wanted.path("count").asInt(), "backend calls: wanted " + wanted + ", got " + got);
        } else {
            wanted.properties()
                    .forEach(entry -> that(
                            stubs.calls(entry.getKey()) == entry.getValue().asInt(),
                            "backend calls: wanted " + wanted + ", got " + stubs.calls(entry.getKey())));
        }
    }

    private void log(JsonNode wanted, ExchangeRecord record) {
        List<String> lines =
                ExecutionLog.lines(record).stream().map(LogLine::message).toList();
        int at = 0;
        for (JsonNode expression : wanted) {
            Pattern pattern = Pattern.compile(expression.asString());
            int found = at;
            while (found < lines.size() && !pattern.matcher(lines.get(found)).find()) {
                found++;
            }
            if (found == lines.size()) {
                that(false, "execution log: no line like " + expression + " after line " + at + " of " + lines);
                return;
            }
            at = found + 1;
        }
    }

    /** Repeated lines of a header count as one with commas, as HTTP has it. */
    private Optional<String> joined(String name) {
        List<String> values = response.headers().all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
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

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (RuntimeException e) {
            return JSON.missingNode();
        }
    }

    private static boolean same(JsonNode wanted, JsonNode got) {
        if (wanted.isNumber() && got.isNumber()) {
            return wanted.decimalValue().compareTo(got.decimalValue()) == 0;
        }
        if (wanted.isObject() && got.isObject()) {
            return keys(wanted).equals(keys(got)) && contains(wanted, got);
        }
        return wanted.isArray() ? contains(wanted, got) : wanted.equals(got);
    }

    private static boolean contains(JsonNode wanted, JsonNode got) {
        if (wanted.isObject()) {
            return wanted.properties().stream()
                    .allMatch(entry -> got.has(entry.getKey()) && contains(entry.getValue(), got.path(entry.getKey())));
        }
        if (wanted.isArray()) {
            if (!got.isArray() || got.size() != wanted.size()) {
                return false;
            }
            for (int i = 0; i < wanted.size(); i++) {
                if (!contains(wanted.get(i), got.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return same(wanted, got);
    }

    private static JsonNode at(JsonNode event, String dotted) {
        JsonNode node = event;
        for (String name : dotted.isEmpty() ? new String[0] : dotted.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }

    private static List<String> keys(JsonNode object) {
        return object.properties().stream()
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static List<String> names(Headers headers) {
        var names = new ArrayList<String>();
        headers.forEach((name, value) -> names.add(name));
        return names;
    }

    private static String textOf(JsonNode node) {
        return node.isString() ? node.asString() : node.toString();
    }
}
