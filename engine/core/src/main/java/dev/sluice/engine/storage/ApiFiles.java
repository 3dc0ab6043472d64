package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Problems;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.control.openapi.OpenApiWriter;
import dev.sluice.engine.definition.Deployment;
import java.util.Optional;

/** {@code apis/NAME/api.json}, which holds the API's id, and {@code apis/NAME/deployments/ID.json}, a frozen draft. */
final class ApiFiles {
    /** Seconds since 1970 of the year 10000. */
    static final long LATEST = 253_402_300_800L;

    private ApiFiles() {}

    static Mapping writeId(String id) {
        return Mapping.builder().put("id", id).build();
    }

    static Optional<String> readId(Fields fields) {
        Optional<String> id = fields.requiredText("id");
        fields.done();
        return id;
    }

    static Mapping write(Deployment deployment) {
        return Mapping.builder()
                .put("id", deployment.id())
                .putUnlessEmpty("description", deployment.description())
                .put("createdDate", deployment.createdDate())
                .put("openapi", OpenApiWriter.document(deployment.definition()))
                .build();
    }

    static Optional<Deployment> read(Fields fields, ImportSettings settings, Problems problems) {
        Optional<String> id = fields.requiredText("id");
        String description = fields.text("description").orElse("");
        long createdDate = fields.whole("createdDate", 0, LATEST).orElse(0L);
        Optional<Node> frozen = fields.node("openapi");
        if (frozen.isEmpty()) {
            fields.error("openapi", "\"openapi\" is missing: a deployment holds the API as it was frozen.");
        }
        fields.done();
        return frozen.flatMap(document -> OpenApiReader.read(document, settings, problems))
                .flatMap(definition -> id.map(value -> new Deployment(value, description, createdDate, definition)));
    }
}
