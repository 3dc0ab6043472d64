package dev.sluice.engine.execution.validation;

import dev.sluice.engine.definition.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All models of an API as one schema document, {@code definitions} by model name: whatever a model refers to is in it,
 * so nothing is ever looked for elsewhere.
 *
 * <p>It holds what API Gateway checks and no more. What cannot be used (a reference out of the API, a wrong value, an
 * expression that cannot run in linear time) is left out, so it allows everything, and is listed as a
 * {@link SchemaFault}.
 */
public final class SchemaBundle {
    private static final String DEFINITIONS = "definitions";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode definitions;
    private final List<SchemaFault> faults;

    private SchemaBundle(ObjectNode definitions, List<SchemaFault> faults) {
        this.definitions = definitions;
        this.faults = List.copyOf(faults);
    }

    public static SchemaBundle of(List<Model> models) {
        var faults = new ArrayList<SchemaFault>();
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        models.forEach(model -> schemas.put(model.name(), parsed(model, faults)));
        ObjectNode definitions = NODES.objectNode();
        var places = new LinkedHashMap<ObjectNode, SchemaFault>();
        schemas.forEach((name, schema) -> definitions.set(
                name, new SchemaCopy(name, schema, schemas.keySet(), faults, places).schema(schema, "")));
        dropDeadReferences(definitions, places, faults);
        return new SchemaBundle(definitions, faults);
    }

    private static JsonNode parsed(Model model, List<SchemaFault> faults) {
        try {
            return JSON.readTree(model.schema());
        } catch (JacksonException e) {
            faults.add(new SchemaFault(model.name(), "", "The schema is no JSON: " + e.getOriginalMessage()));
            return NODES.objectNode();
        }
    }

    /** A reference may name a place that a model does not have, which is known only when all are copied. */
    private static void dropDeadReferences(
            ObjectNode definitions, Map<ObjectNode, SchemaFault> references, List<SchemaFault> faults) {
        ObjectNode document = document(definitions);
        Set<ObjectNode> dead = new HashSet<>();
        references.forEach((node, fault) -> {
            String pointer = node.get("$ref").stringValue().substring(1);
            if (!document.at(pointer).isObject()) {
                faults.add(fault);
                dead.add(node);
            }
        });
        dead.forEach(ObjectNode::removeAll);
    }

    private static ObjectNode document(ObjectNode definitions) {
        return NODES.objectNode().set(DEFINITIONS, definitions);
    }

    /** What of the models could not be used, in the order of the models. */
    public List<SchemaFault> faults() {
        return faults;
    }

    /** The document for one model. */
    JsonNode rootedAt(String modelName) {
        return NODES.objectNode().put("$ref", reference(modelName)).set(DEFINITIONS, definitions);
    }

    static String reference(String modelName) {
        return "#/" + DEFINITIONS + "/" + escaped(modelName);
    }

    /** A name as a step of a JSON pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
