package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reference path of the language: {@code $}, {@code $.a.b}, {@code $['a'][0]}; {@code $$} starts at the context
 * object. JSONPath beyond that ({@code ..}, {@code [*]}, filters, slices) is not read here.
 *
 * @param ofContext starts at the context object
 * @param steps member names as text, positions as numbers
 */
record DataPath(boolean ofContext, List<Object> steps) {
    /** {@code $}. */
    static final DataPath WHOLE = new DataPath(false, List.of());

    private static final int MOST_STEPS = 50;

    DataPath {
        steps = List.copyOf(steps);
    }

    /** Absent if the text is no reference path. */
    static Optional<DataPath> read(String text) {
        if (!text.startsWith("$")) {
            return Optional.empty();
        }
        boolean context = text.startsWith("$$");
        var steps = new ArrayList<Object>();
        int at = context ? 2 : 1;
        while (at < text.length() && steps.size() < MOST_STEPS) {
            int end = text.charAt(at) == '.' ? dotted(text, at, steps) : bracketed(text, at, steps);
            if (end < 0) {
                return Optional.empty();
            }
            at = end;
        }
        return at < text.length() ? Optional.empty() : Optional.of(new DataPath(context, steps));
    }

    private static int dotted(String text, int dot, List<Object> steps) {
        int end = dot + 1;
        while (end < text.length() && ".['\"*]()@?:, ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == dot + 1) {
            return -1;
        }
        steps.add(text.substring(dot + 1, end));
        return end;
    }

    private static int bracketed(String text, int bracket, List<Object> steps) {
        if (text.charAt(bracket) != '[' || bracket + 2 >= text.length()) {
            return -1;
        }
        char quote = text.charAt(bracket + 1);
        if (quote == '\'' || quote == '"') {
            int end = text.indexOf(quote + "]", bracket + 2);
            if (end < 0) {
                return -1;
            }
            steps.add(text.substring(bracket + 2, end));
            return end + 2;
        }
        int end = text.indexOf(']', bracket);
        if (end < 0
                || end - bracket > 7
                || !text.substring(bracket + 1, end).chars().allMatch(Character::isDigit)) {
            return -1;
        }
        if (end == bracket + 1) {
            return -1;
        }
        steps.add(Integer.valueOf(text.substring(bracket + 1, end)));
        return end + 1;
    }

    /** What stands there; absent if nothing does. */
    Optional<JsonNode> in(JsonNode data, JsonNode context) {
        JsonNode at = ofContext ? context : data;
        for (Object step : steps) {
            at = step instanceof Integer index ? at.path(index) : at.path((String) step);
            if (at.isMissingNode()) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    /** The data with this value there; what is missing on the way is made, the data itself is left as it is. */
    JsonNode with(JsonNode data, JsonNode value) throws StateFailure {
        return with(data, value, 0);
    }

    private JsonNode with(JsonNode data, JsonNode value, int step) throws StateFailure {
        if (step == steps.size()) {
            return value;
        }
        if (steps.get(step) instanceof Integer index) {
            if (!(data instanceof ArrayNode array) || index >= array.size()) {
                throw new StateFailure(
                        "States.ResultPathMatchFailure", "There is no position " + index + " to put the result at.");
            }
            ArrayNode copy = Json.array().addAll(array);
            copy.set(index, with(array.get(index), value, step + 1));
            return copy;
        }
        if (!(data.isMissingNode() || data instanceof ObjectNode)) {
            throw new StateFailure(
                    "States.ResultPathMatchFailure", "The result cannot be put into something that is no object.");
        }
        String name = (String) steps.get(step);
        ObjectNode copy = Json.object();
        if (data instanceof ObjectNode object) {
            copy.setAll(object);
        }
        copy.set(name, with(data.path(name), value, step + 1));
        return copy;
    }
}
