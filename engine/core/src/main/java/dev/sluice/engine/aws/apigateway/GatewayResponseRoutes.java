package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.gatewayresponses.GatewayResponseOperations;
import dev.sluice.engine.control.gatewayresponses.GatewayResponseOperations.Changed;
import dev.sluice.engine.control.gatewayresponses.GatewayResponseView;
import dev.sluice.engine.definition.Workspace;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Gateway responses: which requests they are, what is read from them, and how one is written. */
final class GatewayResponseRoutes {
    private static final String RESPONSES = "/restapis/{restapi_id}/gatewayresponses";
    private static final String RESPONSE = RESPONSES + "/{response_type}";

    private final Engine engine;

    GatewayResponseRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", RESPONSES, this::list)
                .add("GET", RESPONSE, this::get)
                .add("PUT", RESPONSE, this::put)
                .add("PATCH", RESPONSE, this::update)
                .add("DELETE", RESPONSE, this::delete);
    }

    private RestAnswer list(RestCall call) {
        return Pages.answer(
                call, GatewayResponseOperations.list(engine.workspace(), api(call)), GatewayResponseRoutes::response);
    }

    private RestAnswer get(RestCall call) {
        return RestAnswer.json(200, response(GatewayResponseOperations.get(engine.workspace(), api(call), type(call))));
    }

    private RestAnswer put(RestCall call) {
        ObjectNode body = call.body();
        var status = Member.text(body, "statusCode");
        var parameters = Member.textByName(body, "responseParameters");
        var templates = Member.textByName(body, "responseTemplates");
        return RestAnswer.json(
                201,
                response(change(
                        call,
                        "Put gateway response ",
                        workspace -> GatewayResponseOperations.put(
                                workspace, api(call), type(call), status, parameters, templates))));
    }

    private RestAnswer update(RestCall call) {
        var patches = call.patches("updateGatewayResponseInput");
        return RestAnswer.json(
                200,
                response(change(
                        call,
                        "Update gateway response ",
                        workspace -> GatewayResponseOperations.update(workspace, api(call), type(call), patches))));
    }

    private RestAnswer delete(RestCall call) {
        engine.control()
                .change(
                        "Delete gateway response " + type(call),
                        workspace -> new Change<>(
                                GatewayResponseOperations.delete(workspace, api(call), type(call)), type(call)),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private GatewayResponseView change(RestCall call, String what, Function<Workspace, Changed> operation) {
        return engine.control()
                .change(
                        what + type(call),
                        workspace -> {
                            Changed changed = operation.apply(workspace);
                            return new Change<>(changed.workspace(), changed.view());
                        },
                        call.nowNanos());
    }

    private static ObjectNode response(GatewayResponseView view) {
        ObjectNode json = Json.object().put("responseType", view.responseType().name());
        view.statusCode().ifPresent(status -> json.put("statusCode", status));
        ObjectNode parameters = json.putObject("responseParameters");
        view.responseParameters().forEach(parameters::put);
        ObjectNode templates = json.putObject("responseTemplates");
        view.responseTemplates().forEach(templates::put);
        return json.put("defaultResponse", view.defaultResponse());
    }

    private static String api(RestCall call) {
        return call.label("restapi_id");
    }

    private static String type(RestCall call) {
        return call.label("response_type");
    }
}
