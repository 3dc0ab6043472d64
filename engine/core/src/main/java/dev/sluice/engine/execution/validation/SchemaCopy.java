package dev.sluice.engine.execution.validation;

import static dev.sluice.engine.execution.validation.SchemaBundle.escaped;

import dev.sluice.engine.execution.mapping.LinearPattern;
import dev.sluice.engine.execution.mapping.LinearPattern.BadPattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies one model's schema into a bundle: the keywords API Gateway checks, with references that stay in the bundle.
 *
 * <p>{@code minItems}, {@code maxItems} and {@code exclusiveMinimum} are among those it does not check (data-plane
 * section 7, documented).
 */
final class SchemaCopy {
    private static final Set<String> TYPES =
            Set.of("array", "boolean", "integer", "null", "number", "object", "string");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String modelName;
    private final JsonNode model;
    private final Set<String> modelNames;
    private final List<SchemaFault> faults;
    private final Map<ObjectNode, SchemaFault> references;

    /**
     * @param model the whole schema of the model
     * @param modelNames names of all models of the API
     * @param references collects every reference, with the fault to report should it lead nowhere
     */
    SchemaCopy(
            String modelName,
            JsonNode model,
            Set<String> modelNames,
            List<SchemaFault> faults,
            Map<ObjectNode, SchemaFault> references) {
        this.modelName = modelName;
        this.model = model;
        this.modelNames = modelNames;
        this.faults = faults;
        this.references = references;
    }

    ObjectNode schema(JsonNode schema, String at) {
        ObjectNode copy = NODES.objectNode();
        if (!schema.isObject()) {
            fault(at, "A schema is an object. This one allows everything.");
        } else if (schema.path("$ref").isString()) {
            reference(schema.path("$ref").stringValue(), at, copy);
        } else {
            schema.forEachEntry((keyword, value) -> keyword(keyword, value, at + "/" + escaped(keyword), copy));
        }
        return copy;
    }

    private void keyword(String keyword, JsonNode value, String at, ObjectNode copy) {
        switch (keyword) {
            case "properties", "patternProperties", "definitions" -> named(keyword, value, at, copy);
            case "dependencies" -> dependencies(value, at, copy);
            case "allOf", "anyOf", "oneOf" -> list(keyword, value, at, copy);
            case "items" -> {
                if (value.isArray()) {
                    list(keyword, value, at, copy);
                } else {
                    copy.set(keyword, schema(value, at));
                }
            }
            case "not" -> copy.set(keyword, schema(value, at));
            case "additionalProperties", "additionalItems" ->
                copy.set(keyword, value.isBoolean() ? value : schema(value, at));
            case "type" -> keep(isType(value), "one of " + TYPES + " or a list of them", keyword, value, at, copy);
            case "required" -> required(value, at, copy);
            case "enum" -> keep(value.isArray() && !value.isEmpty(), "a list of values", keyword, value, at, copy);
            case "minimum", "maximum" -> keep(value.isNumber(), "a number", keyword, value, at, copy);
            case "multipleOf" ->
                keep(value.isNumber() && value.doubleValue() > 0, "a number above 0", keyword, value, at, copy);
            case "exclusiveMaximum", "uniqueItems" ->
                keep(value.isBoolean(), "true or false", keyword, value, at, copy);
            case "minLength", "maxLength", "minProperties", "maxProperties" ->
                keep(
                        value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0,
                        "a whole number from 0",
                        keyword,
                        value,
                        at,
                        copy);
            case "pattern" -> {
                if (isUsable(value, at)) {
                    copy.set(keyword, value);
                }
            }
            case "format" -> keep(value.isString(), "a text", keyword, value, at, copy);
            default -> {} // says something to people, or is not checked by API Gateway
        }
    }

    private void keep(boolean isRight, String expected, String keyword, JsonNode value, String at, ObjectNode copy) {
        if (isRight) {
            copy.set(keyword, value);
        } else {
            fault(at, "\"" + keyword + "\" must be " + expected + ". It is not checked.");
        }
    }

    private static boolean isType(JsonNode value) {
        return value.isString()
                ? TYPES.contains(value.stringValue())
                : value.isArray()
                        && !value.isEmpty()
                        && value.valueStream().allMatch(type -> type.isString() && TYPES.contains(type.stringValue()));
    }

    private void required(JsonNode value, String at, ObjectNode copy) {
        boolean texts = value.isArray() && value.valueStream().allMatch(JsonNode::isString);
        if (!texts || !value.isEmpty()) {
            keep(texts, "a list of names", "required", value, at, copy);
        }
    }

    private void named(String keyword, JsonNode value, String at, ObjectNode copy) {
        if (!value.isObject()) {
            fault(at, "\"" + keyword + "\" must be an object of schemas. It is not checked.");
            return;
        }
        ObjectNode schemas = NODES.objectNode();
        value.forEachEntry((name, schema) -> {
            String place = at + "/" + escaped(name);
            if (!keyword.equals("patternProperties") || isUsable(NODES.stringNode(name), place)) {
                schemas.set(name, schema(schema, place));
            }
        });
        copy.set(keyword, schemas);
    }

    private void dependencies(JsonNode value, String at, ObjectNode copy) {
        if (!value.isObject()) {
            fault(at, "\"dependencies\" must be an object. It is not checked.");
            return;
        }
        ObjectNode dependencies = NODES.objectNode();
        value.forEachEntry((name, dependency) -> {
            boolean names = dependency.isArray() && dependency.valueStream().allMatch(JsonNode::isString);
            dependencies.set(name, names ? dependency : schema(dependency, at + "/" + escaped(name)));
        });
        copy.set("dependencies", dependencies);
    }

    private void list(String keyword, JsonNode value, String at, ObjectNode copy) {
        if (!value.isArray() || value.isEmpty()) {
            fault(at, "\"" + keyword + "\" must be a list of schemas. It is not checked.");
            return;
        }
        ArrayNode schemas = NODES.arrayNode();
        for (int i = 0; i < value.size(); i++) {
            schemas.add(schema(value.get(i), at + "/" + i));
        }
        copy.set(keyword, schemas);
    }

    private boolean isUsable(JsonNode expression, String at) {
        if (!expression.isString()) {
            fault(at, "\"pattern\" must be a text. It is not checked.");
            return false;
        }
        try {
            LinearPattern pattern = SchemaPatterns.pattern(expression.stringValue());
            if (!pattern.canBeSearchedFor()) {
                fault(at, "Look-ahead is supported after ^ only. This expression is not checked.");
            }
            return pattern.canBeSearchedFor();
        } catch (BadPattern e) {
            fault(at, e.getMessage() + " It is not checked.");
            return false;
        }
    }

    private void reference(String text, String at, ObjectNode copy) {
        ModelReference target = ModelReference.of(text, modelName, modelNames, model.path("definitions"));
        switch (target) {
            case ModelReference.Inside(String pointer) -> {
                copy.put("$ref", pointer);
                references.put(
                        copy,
                        new SchemaFault(
                                modelName, at + "/$ref", "Nothing stands at \"" + text + "\". It allows everything."));
            }
            case ModelReference.Outside() ->
                fault(
                        at + "/$ref",
                        "The reference \"" + text
                                + "\" leads out of the API, and nothing is fetched. It allows everything; make a model of what it names.");
        }
    }

    private void fault(String at, String sentence) {
        faults.add(new SchemaFault(modelName, at, sentence));
    }
}
