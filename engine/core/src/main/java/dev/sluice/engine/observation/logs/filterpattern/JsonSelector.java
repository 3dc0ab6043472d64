package dev.sluice.engine.observation.logs.filterpattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** {@code $.a.b[0].c}, {@code $.items[*].id}, {@code $['odd name']}: which parts of a document. */
final class JsonSelector {
    /** One step down. */
    private sealed interface Step {
        record Member(String name) implements Step {}

        record Index(int index) implements Step {}

        record All() implements Step {}
    }

    private static final int MOST_DIGITS = 6;

    private final List<Step> steps;

    private JsonSelector(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    static JsonSelector read(Scanner scanner) throws FilterPatternException {
        scanner.expect("$", "A field begins with $, as in $.status.");
        var steps = new ArrayList<Step>();
        while (scanner.peek() == '.' || scanner.peek() == '[') {
            if (scanner.takes(".")) {
                steps.add(
                        scanner.takes("*")
                                ? new Step.All()
                                : new Step.Member(
                                        scanner.peek() == '"' ? scanner.quoted() : scanner.word("-@", "A field name")));
            } else {
                scanner.next();
                steps.add(bracket(scanner));
            }
        }
        return new JsonSelector(steps);
    }

    private static Step bracket(Scanner scanner) throws FilterPatternException {
        Step step;
        if (scanner.takes("*")) {
            step = new Step.All();
        } else if (scanner.peek() == '"') {
            step = new Step.Member(scanner.quoted());
        } else if (scanner.takes("'")) {
            step = new Step.Member(scanner.word(" -@.", "A field name"));
            scanner.expect("'", "The field name has no closing quote.");
        } else {
            String digits = scanner.word("", "An index");
            if (!digits.chars().allMatch(c -> c >= '0' && c <= '9') || digits.length() > MOST_DIGITS) {
                throw scanner.error("An index is a number of up to " + MOST_DIGITS + " digits.");
            }
            step = new Step.Index(Integer.parseInt(digits));
        }
        scanner.expect("]", "A closing bracket is expected here.");
        return step;
    }

    /** Whether one of the selected parts is so. */
    boolean any(JsonNode document, Predicate<JsonNode> condition) {
        return any(document, 0, condition);
    }

    private boolean any(JsonNode node, int index, Predicate<JsonNode> condition) {
        if (index == steps.size()) {
            return condition.test(node);
        }
        return switch (steps.get(index)) {
            case Step.Member(String name) -> node.has(name) && any(node.path(name), index + 1, condition);
            case Step.Index(int at) -> node.has(at) && any(node.path(at), index + 1, condition);
            case Step.All() -> node.values().stream().anyMatch(child -> any(child, index + 1, condition));
        };
    }
}
