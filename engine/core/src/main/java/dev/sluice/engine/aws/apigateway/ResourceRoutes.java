package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.Page;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.apis.ResourceOperations;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Resources: which requests they are, what is read from them and how they are answered. */
final class ResourceRoutes {
    private static final String RESOURCES = "/restapis/{restapi_id}/resources";
    private static final String RESOURCE = RESOURCES + "/{resource_id}";

    private final Engine engine;

    ResourceRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", RESOURCES, this::list)
                .add("GET", RESOURCE, this::get)
                .add("POST", RESOURCE, this::create)
                .add("DELETE", RESOURCE, this::delete);
    }

    private RestAnswer list(RestCall call) {
        RestApi api = Lookup.api(engine.workspace(), api(call));
        return Page.of(call, api.draft().resources(), resource -> json(api, resource, embedsMethods(call)));
    }

    private RestAnswer get(RestCall call) {
        Resource resource = ResourceOperations.get(engine.workspace(), api(call), id(call));
        RestApi api = Lookup.api(engine.workspace(), api(call));
        return RestAnswer.json(200, json(api, resource, embedsMethods(call)));
    }

    private RestAnswer create(RestCall call) {
        String part = Member.text(call.body(), "pathPart").orElse("");
        Resource made = engine.control()
                .change(
                        "Create resource " + part,
                        workspace -> ResourceOperations.create(workspace, api(call), id(call), part),
                        call.nowNanos());
        return RestAnswer.json(201, json(Lookup.api(engine.workspace(), api(call)), made, false));
    }

    private RestAnswer delete(RestCall call) {
        engine.control()
                .change(
                        "Delete resource " + id(call),
                        workspace -> new Change<>(ResourceOperations.delete(workspace, api(call), id(call)), true),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private static boolean embedsMethods(RestCall call) {
        return call.query().getOrDefault("embed", List.of()).contains("methods");
    }

    private static ObjectNode json(RestApi api, Resource resource, boolean withMethods) {
        ObjectNode json = Json.object().put("id", resource.id());
        ResourceOperations.parent(api, resource)
                .ifPresent(parent ->
                        json.put("parentId", parent.id()).put("pathPart", ResourceOperations.pathPart(resource)));
        json.put("path", resource.path());
        if (!resource.methods().isEmpty()) {
            ObjectNode methods = json.putObject("resourceMethods");
            resource.methods()
                    .forEach((name, method) ->
                            methods.set(name, withMethods ? MethodAnswers.method(resource, method) : Json.object()));
        }
        return json;
    }

    private static String api(RestCall call) {
        return call.label("restapi_id");
    }

    private static String id(RestCall call) {
        return call.label("resource_id");
    }
}
