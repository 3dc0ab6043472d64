package dev.sluice.engine.conformance;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.observation.testing.TestInvokeResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Compares the result or error of TestInvokeMethod with what a step expects. */
final class TestInvokeExpectations {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STAMP =
            Pattern.compile("^[A-Z][a-z]{2} [A-Z][a-z]{2} [0-9]{2} [0-9:]{8} UTC [0-9]{4} : ");

    private final Differences differences;
    private final TestInvokeCalls.Answer answer;

    TestInvokeExpectations(Differences differences, TestInvokeCalls.Answer answer) {
        this.differences = differences;
        this.answer = answer;
    }

    void check(JsonNode expect) {
        expect.properties().forEach(entry -> {
            switch (entry.getKey()) {
                case "result" ->
                    answer.result()
                            .ifPresentOrElse(
                                    result -> result(entry.getValue(), result),
                                    () -> differences.that(false, "error " + answer.error()));
                case "error" -> ControlExpectations.error(differences, entry.getValue(), answer.error());
                default -> differences.notUnderstood("expect." + entry.getKey());
            }
        });
    }

    private void result(JsonNode expect, TestInvokeResult result) {
        expect.properties().forEach(entry -> {
            JsonNode wanted = entry.getValue();
            switch (entry.getKey()) {
                case "status" -> differences.status(wanted, result.status(), result.body() + " " + result.log());
                case "headers" -> map("headers", wanted, JSON.valueToTree(result.headers()));
                case "multiValueHeaders" ->
                    map("multiValueHeaders", wanted, JSON.valueToTree(result.multiValueHeaders()));
                case "body" -> differences.body("body", wanted, Body.utf8(result.body()));
                case "latency" -> latency(wanted, result.latencyMillis());
                case "logLinesRegex" -> lines(wanted, lines(result), true);
                case "logTailRegex" -> lines(wanted, lines(result), false);
                case "logPrefixesInOrder" -> prefixes(wanted, lines(result));
                default -> differences.notUnderstood("result." + entry.getKey());
            }
        });
    }

    /** All lines, the empty one after the last line end included. */
    private static List<String> lines(TestInvokeResult result) {
        return List.of(result.log().split("\n", -1));
    }

    /** The same names, spelled the same; each value as wanted. */
    private void map(String what, JsonNode wanted, JsonNode got) {
        differences.that(Json.keys(wanted).equals(Json.keys(got)), what + ": wanted " + wanted + ", got " + got);
        wanted.properties().forEach(header -> {
            JsonNode value = got.path(header.getKey());
            if (header.getValue().isArray()) {
                differences.that(Json.same(header.getValue(), value), what + ": wanted " + header + ", got " + value);
            } else {
                differences.value(what + "." + header.getKey(), Optional.of(Json.text(value)), header.getValue());
            }
        });
    }

    private void latency(JsonNode wanted, int got) {
        boolean isAnyInteger = wanted.path("type").asString("").equals("integer");
        differences.that(isAnyInteger || wanted.isInt(), "not understood: latency " + wanted);
        differences.that(isAnyInteger ? got >= 0 : wanted.asInt() == got, "latency: wanted " + wanted + ", got " + got);
    }

    /** Line for line, all of them or the last ones; names of groups tie the lines together. */
    private void lines(JsonNode wanted, List<String> lines, boolean all) {
        int start = all ? 0 : Math.max(0, lines.size() - wanted.size());
        boolean sameNumber = lines.size() - start == wanted.size();
        differences.that(sameNumber, "log: wanted " + wanted.size() + " lines, got " + lines);
        var names = new HashMap<String, String>();
        for (int i = 0; sameNumber && i < wanted.size(); i++) {
            String line = lines.get(start + i);
            differences.that(
                    found(wanted.get(i).asString(), line, names),
                    "log line " + (start + i + 1) + ": wanted " + wanted.get(i) + ", got " + line);
        }
    }

    /** Each is the beginning of a later line than the one before. */
    private void prefixes(JsonNode wanted, List<String> lines) {
        var names = new HashMap<String, String>();
        int at = 0;
        for (JsonNode prefix : wanted) {
            int found = at;
            while (found < lines.size() && !begins(prefix.asString(), stripped(lines.get(found)), names)) {
                found++;
            }
            if (found == lines.size()) {
                differences.that(false, "log: no line begins with " + prefix + " after line " + at + " of " + lines);
                return;
            }
            at = found + 1;
        }
    }

    private static String stripped(String line) {
        return STAMP.matcher(line).replaceFirst("");
    }

    private static boolean begins(String prefix, String line, Map<String, String> names) {
        boolean isTied = prefix.contains("(?<") || prefix.contains("\\k<");
        return isTied ? found("^(?:" + prefix + ")", line, names) : line.startsWith(prefix);
    }

    /** Whether the expression is found; a group named before stands for what it matched then. */
    private static boolean found(String expression, String line, Map<String, String> names) {
        String tied = expression;
        for (var name : names.entrySet()) {
            if (!tied.contains("(?<" + name.getKey() + ">")) {
                tied = tied.replace("\\k<" + name.getKey() + ">", Pattern.quote(name.getValue()));
            }
        }
        Pattern pattern = Pattern.compile(tied);
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            return false;
        }
        pattern.namedGroups().keySet().forEach(name -> names.put(name, matcher.group(name)));
        return true;
    }
}
