package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.openapi.OpenApiWriter;
import dev.sluice.engine.control.stages.DeploymentOperations;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** GetExport: what a stage serves, as OpenAPI 3.0 in JSON (control-plane section 7.3). */
final class ExportResponse {
    private static final String EXTENSION = "x-amazon-apigateway-";

    private ExportResponse() {}

    static RestAnswer of(Workspace workspace, RestCall call) {
        String apiId = call.label("restapi_id");
        Stage stage = Lookup.stage(workspace, apiId, call.label("stage_name"));
        if (!call.label("export_type").equals("oas30")) {
            throw ControlException.badRequest("Sluice exports oas30 only.");
        }
        if (call.request().headers().first("Accept").orElse("").contains("yaml")) {
            throw ControlException.badRequest("Sluice exports JSON only.");
        }
        ApiDefinition definition =
                DeploymentOperations.get(workspace, apiId, stage.deploymentId()).definition();
        ObjectNode document = Json.readObject(OpenApiWriter.write(definition)).orElseThrow();
        document.putArray("servers").add(server(workspace, apiId, stage));
        strip(
                document,
                Set.copyOf(List.of(call.parameter("extensions").orElse("").split(","))));
        String version = definition.version().isEmpty() ? "1" : definition.version();
        String file = "oas30_" + version.replaceAll("[^A-Za-z0-9._-]", "_") + ".json";
        return new RestAnswer(
                200,
                Headers.of(
                        "Content-Type",
                        "application/octet-stream",
                        "Content-Disposition",
                        "attachment; filename=\"" + file + "\""),
                Body.utf8(document.toPrettyString()));
    }

    private static JsonNode server(Workspace workspace, String apiId, Stage stage) {
        ObjectNode server = Json.object()
                .put(
                        "url",
                        "https://" + apiId + ".execute-api."
                                + workspace.account().region() + ".amazonaws.com/{basePath}");
        server.putObject("variables").putObject("basePath").put("default", stage.stageName());
        return server;
    }

    private static void strip(JsonNode node, Set<String> wanted) {
        if (wanted.contains("apigateway")) {
            return;
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .filter(name -> name.startsWith(EXTENSION) && !keeps(name, wanted))
                    .toList()
                    .forEach(object::remove);
        }
        node.forEach(child -> strip(child, wanted));
    }

    private static boolean keeps(String extension, Set<String> wanted) {
        return extension.startsWith(EXTENSION + "auth")
                ? wanted.contains("authorizers")
                : extension.equals(EXTENSION + "integration") && wanted.contains("integrations");
    }
}
