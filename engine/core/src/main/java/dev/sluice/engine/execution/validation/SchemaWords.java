package dev.sluice.engine.execution.validation;

import com.networknt.schema.Error;
import dev.sluice.engine.execution.validation.SchemaErrors.Failure;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The sentences of the schema library that API Gateway uses, which its log and {@code validationErrorString} show. One
 * of them is captured (data-plane section 7: {@code object has missing required properties (["NoteId"])}); the others
 * are that library's own for the same keywords.
 */
final class SchemaWords {
    private static final int LONGEST = 500;

    private static final Map<String, String> FORMATS = Map.of(
            "email", "email address",
            "hostname", "hostname",
            "ipv4", "IPv4 address",
            "ipv6", "IPv6 address",
            "uri", "URI",
            "uuid", "UUID",
            "regex", "ECMA 262 regular expression");

    private SchemaWords() {}

    /** @param value what stands at the failure's place in the body */
    static String of(Failure failure, JsonNode value) {
        String sentence = sentence(failure, value);
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "...";
    }

    private static String sentence(Failure failure, JsonNode value) {
        JsonNode limit = failure.schema().path(failure.keyword());
        int size = value.size();
        return switch (failure.keyword()) {
            case "required" -> "object has missing required properties (" + missing(limit, value) + ")";
            case "type" ->
                "instance type (" + type(value) + ") does not match any allowed primitive type (allowed: "
                        + allowed(limit) + ")";
            case "enum" -> "instance value (" + value + ") not found in enum (possible values: " + limit + ")";
            case "minimum" ->
                "numeric instance is lower than the required minimum (minimum: " + limit + ", found: " + value + ")";
            case "maximum" ->
                value.isNumber() && value.decimalValue().compareTo(limit.decimalValue()) == 0
                        ? "numeric instance is not strictly lower than the required maximum " + limit
                        : "numeric instance is greater than the required maximum (maximum: " + limit + ", found: "
                                + value + ")";
            case "multipleOf" -> "remainder of division is not zero (" + value + " / " + limit + ")";
            case "minLength" ->
                "string " + value + " is too short (length: " + length(value) + ", required minimum: " + limit + ")";
            case "maxLength" ->
                "string " + value + " is too long (length: " + length(value) + ", maximum allowed: " + limit + ")";
            case "pattern" -> "ECMA 262 regex " + limit + " does not match input string " + value;
            case "format" -> format(limit.asString(), value);
            case "minProperties" ->
                "object has too few properties (found " + size + " but schema requires at least " + limit + ")";
            case "maxProperties" ->
                "object has too many properties (found " + size + " but schema requires at most " + limit + ")";
            case "additionalProperties" ->
                "object instance has properties which are not allowed by the schema: "
                        + names(failure.errors().stream().map(Error::getProperty));
            case "dependencies" -> dependencies(failure, limit, value);
            case "additionalItems" ->
                "schema only allows " + failure.schema().path("items").size() + " elements in array but instance has "
                        + size + " elements";
            case "uniqueItems" -> "array must not contain duplicate elements";
            case "allOf" ->
                "instance failed to match all required schemas (matched only " + (limit.size() - failed(failure))
                        + " out of " + limit.size() + ")";
            case "anyOf" -> "instance failed to match at least one required schema among " + limit.size();
            case "oneOf" ->
                "instance failed to match exactly one schema (matched " + matched(failure) + " out of " + limit.size()
                        + ")";
            case "not" -> "instance matched a schema which it should not have";
            default -> failure.errors().getFirst().getMessage();
        };
    }

    private static ArrayNode missing(JsonNode required, JsonNode object) {
        return names(required.valueStream().map(JsonNode::asString).filter(name -> !object.has(name)));
    }

    private static ArrayNode names(Stream<String> names) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        new TreeSet<>(names.toList()).forEach(list::add);
        return list;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NULL, MISSING -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case OBJECT, POJO -> "object";
            case STRING, BINARY -> "string";
        };
    }

    /** Who allows numbers allows integers. */
    private static ArrayNode allowed(JsonNode type) {
        Stream<String> types = type.isArray() ? type.valueStream().map(JsonNode::asString) : Stream.of(type.asString());
        return names(types.flatMap(name -> name.equals("number") ? Stream.of("integer", name) : Stream.of(name)));
    }

    private static int length(JsonNode value) {
        String text = value.asString();
        return text.codePointCount(0, text.length());
    }

    private static String format(String format, JsonNode value) {
        String known = FORMATS.get(format);
        if (known != null) {
            return "string " + value + " is not a valid " + known;
        }
        return "string " + value
                + (format.equals("date-time")
                        ? " is invalid against requested date format(s) [\"yyyy-MM-dd'T'HH:mm:ssZ\",\"yyyy-MM-dd'T'HH:mm:ss.[0-9]{1,12}Z\"]"
                        : " is not a valid " + format);
    }

    private static String dependencies(Failure failure, JsonNode dependencies, JsonNode value) {
        String property = failure.errors().getFirst().getProperty();
        JsonNode required = dependencies.path(String.valueOf(property));
        return "property \"" + property + "\" of object has missing property dependencies (schema requires " + required
                + "; missing: " + missing(required, value) + ")";
    }

    /** How many of the keyword's schemas have an error of their own. */
    private static long failed(Failure failure) {
        return failure.errors().stream()
                .map(error -> failing(error, failure.keyword()))
                .distinct()
                .count();
    }

    private static List<Object> failing(Error error, String keyword) {
        var path = error.getEvaluationPath();
        for (int i = 0; i + 1 < path.getNameCount(); i++) {
            if (path.getElement(i).equals(keyword)) {
                return List.of(path.getElement(i + 1));
            }
        }
        return List.of();
    }

    /** The library says how many matched, before it lists what the others lacked. */
    private static String matched(Failure failure) {
        Object[] arguments = failure.errors().getFirst().getArguments();
        return arguments == null || arguments.length == 0 ? "0" : String.valueOf(arguments[0]);
    }
}
