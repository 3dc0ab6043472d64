package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.stages.StageOperations;

/** Stages: which requests they are, and what is read from them. */
final class StageRoutes {
    private static final String STAGES = "/restapis/{restapi_id}/stages";
    private static final String STAGE = STAGES + "/{stage_name}";

    private final Engine engine;

    StageRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", STAGES, this::list).add("GET", STAGE, this::get);
    }

    private RestAnswer list(RestCall call) {
        var items = Json.array();
        StageOperations.list(engine.workspace(), call.label("restapi_id"), call.parameter("deploymentId"))
                .forEach(stage -> items.add(StageResponses.stage(stage)));
        return RestAnswer.json(200, Json.object().set("item", items));
    }

    private RestAnswer get(RestCall call) {
        return RestAnswer.json(
                200,
                StageResponses.stage(
                        StageOperations.get(engine.workspace(), call.label("restapi_id"), call.label("stage_name"))));
    }
}
