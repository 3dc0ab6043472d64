package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.StableId;
import dev.sluice.engine.control.models.ModelOperations;
import dev.sluice.engine.definition.Model;
import tools.jackson.databind.node.ObjectNode;

/** Models: which requests they are, what is read from them, and how one is written. */
final class ModelRoutes {
    private static final String MODELS = "/restapis/{restapi_id}/models";
    private static final String MODEL = MODELS + "/{model_name}";
    private static final int ID_LENGTH = 6;

    private final Engine engine;

    ModelRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", MODELS, this::list)
                .add("POST", MODELS, this::create)
                .add("GET", MODEL, this::get)
                .add("PATCH", MODEL, this::update)
                .add("DELETE", MODEL, this::delete);
    }

    private RestAnswer list(RestCall call) {
        return Pages.answer(
                call, ModelOperations.list(engine.workspace(), api(call)), model -> model(api(call), model));
    }

    private RestAnswer get(RestCall call) {
        Model model = ModelOperations.get(engine.workspace(), api(call), name(call));
        if (ApiKeyRoutes.isTrue(call, "flatten") && model.schema().contains("\"$ref\"")) {
            throw ControlException.badRequest("Sluice does not flatten models; ask without flatten.");
        }
        return RestAnswer.json(200, model(api(call), model));
    }

    private RestAnswer create(RestCall call) {
        ObjectNode body = call.body();
        String name = Member.text(body, "name").orElse("");
        String contentType = Member.text(body, "contentType").orElse("");
        String description = Member.text(body, "description").orElse("");
        String schema = Member.text(body, "schema").orElse("");
        Model made = engine.control()
                .change(
                        "Create model " + name,
                        workspace ->
                                ModelOperations.create(workspace, api(call), name, contentType, description, schema),
                        call.nowNanos());
        return RestAnswer.json(201, model(api(call), made));
    }

    private RestAnswer update(RestCall call) {
        var patches = call.patches("updateModelInput");
        Model changed = engine.control()
                .change(
                        "Update model " + name(call),
                        workspace -> ModelOperations.update(workspace, api(call), name(call), patches),
                        call.nowNanos());
        return RestAnswer.json(200, model(api(call), changed));
    }

    private RestAnswer delete(RestCall call) {
        engine.control()
                .change(
                        "Delete model " + name(call),
                        workspace -> new Change<>(ModelOperations.delete(workspace, api(call), name(call)), name(call)),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    /** A model's id follows from its name, which is what everything else knows it by. */
    private static ObjectNode model(String apiId, Model model) {
        ObjectNode json = Json.object()
                .put("id", StableId.of("model", apiId, model.name()).substring(0, ID_LENGTH))
                .put("name", model.name())
                .put("schema", model.schema())
                .put("contentType", model.contentType());
        StageResponses.putUnlessEmpty(json, "description", model.description());
        return json;
    }

    private static String api(RestCall call) {
        return call.label("restapi_id");
    }

    private static String name(RestCall call) {
        return call.label("model_name");
    }
}
