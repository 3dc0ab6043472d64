package dev.sluice.engine.execution.validation;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the schema library found, as the one that API Gateway uses would report it: one line for each keyword that
 * failed, nothing about the inside of a value that has failed itself, and of {@code allOf}, {@code anyOf} and
 * {@code oneOf} only that they failed.
 */
final class SchemaErrors {
    private static final int MOST_LINES = 20;

    private final JsonNode document;
    private final JsonNode instance;

    /**
     * One keyword that failed at one place of the body.
     *
     * @param place steps from the body's root, names and indexes
     * @param schema the schema whose keyword it is
     * @param errors all that was found below the keyword, at least one
     */
    record Failure(List<Object> place, String keyword, JsonNode schema, List<Error> errors) {}

    SchemaErrors(JsonNode document, JsonNode instance) {
        this.document = document;
        this.instance = instance;
    }

    /** In the order of the body, members by name; at a place by keyword. */
    List<String> words(List<Error> errors) {
        Map<String, Failure> failures = new LinkedHashMap<>();
        errors.forEach(error -> add(error, failures));
        var byPlace = new TreeMap<List<Object>, List<Failure>>(SchemaErrors::compare);
        failures.values()
                .forEach(failure -> byPlace.computeIfAbsent(failure.place(), unused -> new ArrayList<>())
                        .add(failure));
        return byPlace.entrySet().stream()
                .filter(entry -> isOutermost(entry.getKey(), byPlace))
                .flatMap(entry -> entry.getValue().stream().sorted(Comparator.comparing(Failure::keyword)))
                .limit(MOST_LINES)
                .map(failure -> SchemaWords.of(failure, at(failure.place())))
                .toList();
    }

    private static boolean isOutermost(List<Object> place, Map<List<Object>, List<Failure>> byPlace) {
        for (int length = 0; length < place.size(); length++) {
            if (byPlace.containsKey(place.subList(0, length))) {
                return false;
            }
        }
        return true;
    }

    /** Follows the way the library took through the schema, down to the first keyword that decides alone. */
    private void add(Error error, Map<String, Failure> failures) {
        List<Object> way = steps(error.getEvaluationPath());
        JsonNode schema = document;
        int depth = 0;
        int i = 0;
        while (i < way.size() - 1) {
            String step = String.valueOf(way.get(i));
            switch (step) {
                case "allOf", "anyOf", "oneOf" -> {
                    put(way.subList(0, i + 1), step, schema, depth, error, failures);
                    return;
                }
                case "$ref" -> {
                    schema = document.at(schema.path(step).asString().substring(1));
                    i++;
                }
                case "properties", "patternProperties", "dependencies" -> {
                    schema = schema.path(step).path(String.valueOf(way.get(i + 1)));
                    depth += step.equals("dependencies") ? 0 : 1;
                    i += 2;
                }
                default -> {
                    boolean list = schema.path(step).isArray();
                    schema = list ? schema.path(step).path(index(way.get(i + 1))) : schema.path(step);
                    depth++;
                    i += list ? 2 : 1;
                }
            }
        }
        put(way, String.valueOf(way.getLast()), schema, depth, error, failures);
    }

    private static void put(
            List<Object> way, String keyword, JsonNode schema, int depth, Error error, Map<String, Failure> failures) {
        List<Object> location = steps(error.getInstanceLocation());
        List<Object> place = location.subList(0, Math.min(depth, location.size()));
        failures.computeIfAbsent(way + " " + place, unused -> new Failure(place, keyword, schema, new ArrayList<>()))
                .errors()
                .add(error);
    }

    private JsonNode at(List<Object> place) {
        JsonNode node = instance;
        for (Object step : place) {
            node = step instanceof Integer index ? node.path(index) : node.path(String.valueOf(step));
        }
        return node;
    }

    private static int index(Object step) {
        return step instanceof Integer index ? index : 0;
    }

    private static List<Object> steps(NodePath path) {
        var steps = new ArrayList<>(path.getNameCount());
        for (int i = 0; i < path.getNameCount(); i++) {
            steps.add(path.getElement(i));
        }
        return steps;
    }

    private static int compare(List<Object> one, List<Object> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i) instanceof Integer a && other.get(i) instanceof Integer b
                    ? a.compareTo(b)
                    : String.valueOf(one.get(i)).compareTo(String.valueOf(other.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
