package dev.sluice.engine.observation.logs.filterpattern;

import dev.sluice.engine.backend.protocol.Json;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** {@code { $.status = 429 && ($.path = "/pets*" || $.error NOT EXISTS) }}. */
final class JsonPatternParser {
    private JsonPatternParser() {}

    static FilterPattern parse(Scanner scanner) throws FilterPatternException {
        scanner.expect("{", "A JSON pattern begins with {.");
        Predicate<JsonNode> condition = Conditions.read(scanner, JsonPatternParser::condition);
        scanner.expect("}", "A closing brace, && or || is expected here.");
        scanner.skipBlanks();
        if (!scanner.isAtEnd()) {
            throw scanner.error("Nothing may follow the closing brace.");
        }
        return message -> document(message).filter(condition).isPresent();
    }

    /** The message as JSON, if it is an object or an array. */
    private static Optional<JsonNode> document(String message) {
        String text = message.strip();
        return text.startsWith("{") || text.startsWith("[") ? Json.read(text) : Optional.empty();
    }

    private static Predicate<JsonNode> condition(Scanner scanner) throws FilterPatternException {
        JsonSelector selector = JsonSelector.read(scanner);
        scanner.skipBlanks();
        if (scanner.takesKeyword("NOT")) {
            scanner.skipBlanks();
            if (!scanner.takesKeyword("EXISTS")) {
                throw scanner.error("EXISTS is expected after NOT.");
            }
            return document -> !selector.any(document, node -> true);
        }
        if (scanner.takesKeyword("EXISTS")) {
            return document -> selector.any(document, node -> true);
        }
        if (scanner.takesKeyword("IS")) {
            scanner.skipBlanks();
            Predicate<JsonNode> state = state(scanner);
            return document -> selector.any(document, state);
        }
        Comparison comparison = Comparison.read(scanner)
                .orElseThrow(
                        () -> scanner.error(
                                "A comparison (=, !=, <, >, <=, >=), IS NULL, IS TRUE, IS FALSE or NOT EXISTS is expected here."));
        return document -> selector.any(document, node -> node.isValueNode() && comparison.holds(node.asString()));
    }

    private static Predicate<JsonNode> state(Scanner scanner) throws FilterPatternException {
        if (scanner.takesKeyword("NULL")) {
            return JsonNode::isNull;
        }
        if (scanner.takesKeyword("TRUE")) {
            return node -> node.isBoolean() && node.asBoolean();
        }
        if (scanner.takesKeyword("FALSE")) {
            return node -> node.isBoolean() && !node.asBoolean();
        }
        throw scanner.error("NULL, TRUE or FALSE is expected after IS.");
    }
}
