package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.StableId;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.JsonText;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Node.Scalar;
import dev.sluice.engine.control.document.Node.Sequence;
import dev.sluice.engine.control.document.Position;
import dev.sluice.engine.definition.Model;
import dev.sluice.engine.execution.validation.SchemaBundle;
import dev.sluice.engine.execution.validation.SchemaFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads schemas into models: {@code components.schemas} or Swagger's {@code definitions} by their names, and a schema
 * without a name under one made from its content, as API Gateway's import does.
 */
final class ReadModels {
    private static final String JSON = "application/json";

    private final Reading reading;
    private final ModelPlaces places;
    private final Map<String, Node> schemas = new LinkedHashMap<>();
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final String path;

    ReadModels(Reading reading) {
        this.reading = reading;
        this.path = reading.swagger() ? "definitions" : "components.schemas";
        Optional<Node> named = reading.swagger()
                ? reading.root().get("definitions")
                : reading.root()
                        .get("components")
                        .flatMap(node -> node instanceof Mapping mapping ? mapping.get("schemas") : Optional.empty());
        Map<String, Node.Member> members = named.orElse(null) instanceof Mapping mapping ? mapping.members() : Map.of();
        places = new ModelPlaces(reading.settings().apiId(), members.keySet());
        members.forEach((name, member) -> add(name, member.value()));
    }

    private void add(String name, Node schema) {
        schemas.put(name, schema);
        String description =
                schema instanceof Mapping mapping && mapping.get("description").orElse(null) instanceof Scalar text
                        ? text.text()
                        : "";
        models.put(name, new Model(name, JSON, description, JsonText.oneLine(places.asAddresses(schema))));
    }

    /** All models so far, the named ones first, in the order of the document. */
    List<Model> models() {
        return List.copyOf(models.values());
    }

    /** The name of the model that the member {@code schema} is or refers to. */
    Optional<String> name(Fields fields) {
        Optional<Node> schema = fields.node("schema");
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        if (schema.get() instanceof Mapping mapping && mapping.get("$ref").orElse(null) instanceof Scalar reference) {
            return places.modelAt(reference.text()).or(() -> elsewhere(schema.get(), fields));
        }
        return Optional.of(unnamed(schema.get()));
    }

    /** A reference to a schema that is no model itself: a part of one, or nothing at all. */
    private Optional<String> elsewhere(Node reference, Fields fields) {
        return reading.follow(reference, fields.path("schema")).map(this::unnamed);
    }

    private String unnamed(Node schema) {
        String name = "MODEL" + StableId.of("model", JsonText.oneLine(schema)).substring(0, 6);
        if (!models.containsKey(name)) {
            add(name, schema);
        }
        return name;
    }

    /** Names what of the schemas bodies are not checked against. */
    void reportFaults() {
        for (SchemaFault fault : SchemaBundle.of(models()).faults()) {
            Node schema = schemas.getOrDefault(fault.modelName(), Mapping.EMPTY);
            reading.problems()
                    .warning(
                            position(schema, fault.pointer()),
                            Fields.join(path, fault.modelName())
                                    + fault.pointer().replace('/', '.'),
                            fault.sentence());
        }
    }

    private static Position position(Node schema, String pointer) {
        Node node = schema;
        Position at = schema.at();
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            if (node instanceof Mapping mapping && mapping.members().get(name) instanceof Node.Member member) {
                at = member.at();
                node = member.value();
            } else if (node instanceof Sequence list && name.matches("\\d{1,6}")) {
                node = list.items()
                        .get(Math.min(Integer.parseInt(name), list.items().size() - 1));
                at = node.at();
            }
        }
        return at;
    }
}
