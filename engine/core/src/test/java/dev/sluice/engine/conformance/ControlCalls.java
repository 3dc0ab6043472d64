package dev.sluice.engine.conformance;

import dev.sluice.engine.Engine;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.gatewayresponses.GatewayResponseOperations;
import dev.sluice.engine.control.gatewayresponses.GatewayResponseOperations.Changed;
import dev.sluice.engine.control.gatewayresponses.GatewayResponseView;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Control-plane requests of a case, by the name of their operation, as AWS's own client would make them. */
final class ControlCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Engine engine;
    private final long nowNanos;

    ControlCalls(Engine engine, long nowNanos) {
        this.engine = engine;
        this.nowNanos = nowNanos;
    }

    /** What came of it: the status, and the result or the error. */
    record Result(int status, JsonNode json, Optional<ControlException> error) {}

    /** Empty if the runner does not know the operation. */
    Optional<Result> perform(String op, JsonNode params) {
        try {
            return switch (op) {
                case "GetGatewayResponses" -> {
                    ObjectNode list = JSON.createObjectNode();
                    GatewayResponseOperations.list(engine.workspace(), apiId(params))
                            .forEach(view -> list.withArray("items").add(json(view)));
                    yield done(200, list);
                }
                case "GetGatewayResponse" ->
                    done(200, json(GatewayResponseOperations.get(engine.workspace(), apiId(params), type(params))));
                case "PutGatewayResponse" ->
                    done(
                            201,
                            changed(workspace -> GatewayResponseOperations.put(
                                    workspace,
                                    apiId(params),
                                    type(params),
                                    Optional.ofNullable(
                                            params.path("statusCode").asString(null)),
                                    CaseWorkspace.strings(params.path("responseParameters")),
                                    CaseWorkspace.strings(params.path("responseTemplates")))));
                case "UpdateGatewayResponse" ->
                    done(
                            200,
                            changed(workspace -> GatewayResponseOperations.update(
                                    workspace, apiId(params), type(params), patches(params.path("patchOperations")))));
                case "DeleteGatewayResponse" -> {
                    engine.apply(
                            workspace -> GatewayResponseOperations.delete(workspace, apiId(params), type(params)),
                            nowNanos);
                    yield done(202, JSON.createObjectNode());
                }
                default -> Optional.empty();
            };
        } catch (ControlException refused) {
            return Optional.of(new Result(refused.code().status(), JSON.missingNode(), Optional.of(refused)));
        }
    }

    private static Optional<Result> done(int status, JsonNode json) {
        return Optional.of(new Result(status, json, Optional.empty()));
    }

    private JsonNode changed(Function<Workspace, Changed> operation) {
        var view = new GatewayResponseView[1];
        engine.apply(
                workspace -> {
                    Changed changed = operation.apply(workspace);
                    view[0] = changed.view();
                    return changed.workspace();
                },
                nowNanos);
        return json(view[0]);
    }

    private static String apiId(JsonNode params) {
        return params.path("restApiId").asString(CaseWorkspace.API_ID);
    }

    private static String type(JsonNode params) {
        return params.path("responseType").asString("");
    }

    private static List<PatchOperation> patches(JsonNode listed) {
        var patches = new ArrayList<PatchOperation>();
        for (JsonNode patch : listed) {
            patches.add(new PatchOperation(
                    patch.path("op").asString(""),
                    Optional.ofNullable(patch.path("path").asString(null)),
                    Optional.ofNullable(patch.path("value").asString(null))));
        }
        return patches;
    }

    private static ObjectNode json(GatewayResponseView view) {
        ObjectNode json = JSON.createObjectNode();
        json.put("defaultResponse", view.defaultResponse());
        json.set("responseParameters", JSON.valueToTree(view.responseParameters()));
        json.set("responseTemplates", JSON.valueToTree(view.responseTemplates()));
        json.put("responseType", view.responseType().name());
        view.statusCode().ifPresent(status -> json.put("statusCode", status));
        return json;
    }
}
