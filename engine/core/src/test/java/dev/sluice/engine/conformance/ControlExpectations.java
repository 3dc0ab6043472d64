package dev.sluice.engine.conformance;

import dev.sluice.engine.control.ControlException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares the result or error of a control-plane request with what a step expects. */
final class ControlExpectations {
    private final Differences differences;
    private final ControlCalls.Result result;

    ControlExpectations(Differences differences, ControlCalls.Result result) {
        this.differences = differences;
        this.result = result;
    }

    /** An error that nobody asked for is one difference, whatever else was expected. */
    void check(JsonNode expect) {
        if (result.error().isPresent() && !expect.has("error") && result.status() >= 400 && !expect.has("status")) {
            differences.that(false, "error " + result.error().get());
        }
        expect.properties().forEach(entry -> check(entry.getKey(), entry.getValue()));
    }

    private void check(String name, JsonNode wanted) {
        JsonNode json = result.json();
        switch (name) {
            case "status" ->
                differences.status(
                        wanted,
                        result.status(),
                        result.error().map(Throwable::getMessage).orElse(""));
            case "items" ->
                differences.that(Json.same(wanted, json.path("items")), "items: wanted " + wanted + ", got " + json);
            case "itemsUnordered" ->
                differences.that(
                        Json.sameItems(wanted, json.path("items")),
                        "items: wanted " + wanted + " in any order, got " + json);
            case "error" -> error(differences, wanted, result.error());
            default -> differences.json("result", name, wanted, json, json.toString());
        }
    }

    /** Status, code and message of an error. */
    static void error(Differences differences, JsonNode wanted, Optional<ControlException> got) {
        if (got.isEmpty()) {
            differences.that(false, "no error, wanted " + wanted);
            return;
        }
        ControlException error = got.get();
        wanted.properties().forEach(entry -> {
            switch (entry.getKey()) {
                case "status" ->
                    differences.status(entry.getValue(), error.code().status(), error.getMessage());
                case "code" ->
                    differences.value("error code", Optional.of(error.code().text()), entry.getValue());
                case "message" ->
                    differences.value("error message", Optional.ofNullable(error.getMessage()), entry.getValue());
                default -> differences.notUnderstood("error." + entry.getKey());
            }
        });
    }
}
