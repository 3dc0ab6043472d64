package dev.sluice.engine.execution.validation;

import dev.sluice.engine.definition.Model;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The models of one deployed API as schemas, each compiled when a request first needs it. Safe for any number of
 * threads.
 */
public final class ModelSchemas {
    private final List<Model> models;
    private final Map<String, BodySchema> schemas = new HashMap<>();
    private @Nullable SchemaBundle bundle;

    public ModelSchemas(List<Model> models) {
        this.models = List.copyOf(models);
        for (Model model : this.models) {
            schemas.put(model.name(), new BodySchema(() -> bundle().rootedAt(model.name())));
        }
    }

    /** The schema of a model; absent if there is no such model. */
    public Optional<BodySchema> schema(String modelName) {
        return Optional.ofNullable(schemas.get(modelName));
    }

    private synchronized SchemaBundle bundle() {
        SchemaBundle known = bundle;
        if (known == null) {
            known = SchemaBundle.of(models);
            bundle = known;
        }
        return known;
    }
}
