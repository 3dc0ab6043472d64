package dev.sluice.engine.conformance;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What differs from what was wanted, collected; the ways of wanting that all kinds of expectation share. */
final class Differences {
    private static final int LONGEST_SHOWN = 600;

    private final List<String> found = new ArrayList<>();

    List<String> found() {
        return found;
    }

    void that(boolean holds, String difference) {
        if (!holds) {
            found.add(
                    difference.length() <= LONGEST_SHOWN ? difference : difference.substring(0, LONGEST_SHOWN) + "...");
        }
    }

    void notUnderstood(String what) {
        that(false, "not understood: " + what);
    }

    /** A number, or one of several. */
    void status(JsonNode wanted, int got, String context) {
        if (wanted.isObject() && !wanted.has("oneOf")) {
            notUnderstood("status " + wanted);
        }
        boolean matches = wanted.isObject()
                ? wanted.path("oneOf").valueStream().anyMatch(status -> status.asInt() == got)
                : wanted.asInt() == got;
        that(matches, "status: wanted " + wanted + ", got " + got + " " + context);
    }

    /** A string exactly, {@code regex}, {@code present} or {@code absent}. */
    void value(String what, Optional<String> got, JsonNode wanted) {
        if (!wanted.isObject()) {
            that(got.equals(Optional.of(Json.text(wanted))), what + ": wanted " + wanted + ", got " + got);
            return;
        }
        wanted.properties().forEach(way -> {
            JsonNode value = way.getValue();
            switch (way.getKey()) {
                case "regex" ->
                    that(
                            got.filter(text -> matches(value, text)).isPresent(),
                            what + ": wanted " + wanted + ", got " + got);
                case "present" -> that(got.isPresent() == value.asBoolean(), what + ": " + got);
                case "absent" -> that(got.isEmpty() == value.asBoolean(), what + ": wanted none, got " + got);
                case "oneOf" -> that(Json.strings(value).contains(got.orElse("")), what + ": " + got);
                default -> notUnderstood(what + " " + wanted);
            }
        });
    }

    void headers(String what, JsonNode wanted, Headers got) {
        wanted.properties()
                .forEach(
                        header -> value(what + " " + header.getKey(), joined(got, header.getKey()), header.getValue()));
    }

    /** All values of a header by name, in their order. */
    void headerValues(JsonNode wanted, Headers got) {
        wanted.properties().forEach(header -> {
            List<String> all = got.all(header.getKey());
            that(
                    all.equals(Json.strings(header.getValue())),
                    header.getKey() + ": wanted " + header.getValue() + ", got " + all);
        });
    }

    /** Repeated lines of a header count as one with commas, as HTTP has it. */
    private static Optional<String> joined(Headers headers, String name) {
        List<String> values = headers.all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    void body(String what, JsonNode wanted, Body got) {
        if (!wanted.isObject()) {
            that(got.utf8().equals(Json.text(wanted)), what + ": wanted " + wanted + ", got " + got.utf8());
            return;
        }
        wanted.properties().forEach(way -> bodyIs(what, way.getKey(), way.getValue(), got));
    }

    private void bodyIs(String what, String way, JsonNode wanted, Body got) {
        String text = got.utf8();
        switch (way) {
            case "exact" ->
                that(Body.utf8(wanted.asString()).equals(got), what + ": wanted " + wanted + ", got " + text);
            case "base64" -> {
                String encoded = Base64.getEncoder().encodeToString(got.bytes());
                that(encoded.equals(wanted.asString()), what + ": wanted " + wanted + ", got " + encoded);
            }
            case "regex" -> that(matches(wanted, text), what + ": wanted " + wanted + ", got " + text);
            case "empty" -> that(got.isEmpty() == wanted.asBoolean(), what + ": wanted nothing, got " + text);
            default -> json(what, way, wanted, Json.parsed(text), text);
        }
    }

    /** The ways of wanting JSON. */
    void json(String what, String way, JsonNode wanted, JsonNode got, String text) {
        switch (way) {
            case "json" -> that(Json.same(wanted, got), what + ": wanted " + wanted + ", got " + text);
            case "jsonSubset" -> that(Json.contains(wanted, got), what + ": wanted " + wanted + " in " + text);
            case "jsonRegex" -> regexes(what, wanted, got);
            case "jsonHasKeys" ->
                wanted.forEach(key -> that(got.has(key.asString()), what + ": no " + key + " in " + text));
            case "jsonKeysExactly" -> keysExactly(what, wanted, got);
            case "jsonParsedString" -> {
                String inner = Json.text(Json.at(got, wanted.path("path").asString()));
                that(
                        Json.same(wanted.path("equals"), Json.parsed(inner)),
                        what + ": wanted " + wanted + ", got " + inner);
                ConformanceCase.unknown(what, wanted, java.util.Set.of("path", "equals"), found);
            }
            default -> notUnderstood(what + "." + way);
        }
    }

    void keysExactly(String what, JsonNode wanted, JsonNode got) {
        List<String> names = Json.strings(wanted).stream().sorted().toList();
        that(names.equals(Json.keys(got)), what + ": wanted keys " + names + ", got " + Json.keys(got));
    }

    /** Dotted path to the expression that its text has to match. */
    void regexes(String what, JsonNode wanted, JsonNode got) {
        wanted.properties().forEach(member -> {
            JsonNode value = got.has(member.getKey()) ? got.path(member.getKey()) : Json.at(got, member.getKey());
            that(
                    !value.isMissingNode() && matches(member.getValue(), Json.text(value)),
                    what + "." + member.getKey() + ": wanted " + member.getValue() + ", got " + value);
        });
    }

    static boolean matches(JsonNode expression, String text) {
        return Pattern.compile(expression.asString()).matcher(text).find();
    }
}
