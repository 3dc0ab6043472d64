package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Problems;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.control.openapi.OpenApiWriter;
import dev.sluice.engine.definition.ApiNotes;
import dev.sluice.engine.definition.ApiNotes.EndpointType;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.RestApi;
import java.util.Optional;

/**
 * {@code apis/NAME/api.json}, which holds the API's id and notes, and {@code apis/NAME/deployments/ID.json}, a frozen
 * draft.
 */
final class ApiFiles {
    /** Seconds since 1970 of the year 10000. */
    static final long LATEST = 253_402_300_800L;

    private ApiFiles() {}

    /** What {@code api.json} holds. */
    record Head(String id, ApiNotes notes) {}

    static Mapping write(RestApi api) {
        ApiNotes notes = api.notes();
        var fields = Mapping.builder().put("id", api.id());
        if (notes.createdDate() != 0) {
            fields.put("createdDate", notes.createdDate());
        }
        if (notes.endpointType() != EndpointType.EDGE) {
            fields.put("endpointType", notes.endpointType().name());
        }
        if (!notes.ipAddressType().equals(ApiNotes.NONE.ipAddressType())) {
            fields.put("ipAddressType", notes.ipAddressType());
        }
        if (notes.disableExecuteApiEndpoint()) {
            fields.put("disableExecuteApiEndpoint", true);
        }
        return fields.putUnlessEmpty("vpcEndpointIds", Node.texts(notes.vpcEndpointIds()))
                .putUnlessEmpty("tags", Node.texts(notes.tags()))
                .build();
    }

    static Optional<Head> readHead(Fields fields) {
        Optional<String> id = fields.requiredText("id");
        var notes = new ApiNotes(
                fields.whole("createdDate", 0, LATEST).orElse(0L),
                fields.texts("tags"),
                fields.constant("endpointType", EndpointType.class).orElse(EndpointType.EDGE),
                fields.text("ipAddressType").orElse(ApiNotes.NONE.ipAddressType()),
                fields.textItems("vpcEndpointIds"),
                fields.flag("disableExecuteApiEndpoint").orElse(false));
        fields.done();
        return id.map(value -> new Head(value, notes));
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
