package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.stages.DeploymentOperations;
import dev.sluice.engine.control.stages.StageOperations;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Stage.CanarySettings;
import dev.sluice.engine.definition.StageNotes;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stages: which requests they are, and what is read from them. */
final class StageRoutes {
    private static final String STAGES = "/restapis/{restapi_id}/stages";
    private static final String STAGE = STAGES + "/{stage_name}";

    private final Engine engine;

    StageRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", STAGES, this::list)
                .add("POST", STAGES, this::create)
                .add("GET", STAGE, this::get)
                .add("PATCH", STAGE, this::update)
                .add("DELETE", STAGE, this::delete)
                .add("DELETE", STAGE + "/cache/data", this::flushCache)
                .add("DELETE", STAGE + "/cache/authorizers", this::flushAuthorizers);
    }

    private RestAnswer list(RestCall call) {
        var items = Json.array();
        StageOperations.list(engine.workspace(), api(call), call.parameter("deploymentId"))
                .forEach(stage -> items.add(StageResponses.stage(stage)));
        return RestAnswer.json(200, Json.object().set("item", items));
    }

    private RestAnswer get(RestCall call) {
        return RestAnswer.json(
                200, StageResponses.stage(StageOperations.get(engine.workspace(), api(call), name(call))));
    }

    private RestAnswer create(RestCall call) {
        ObjectNode body = call.body();
        Optional<JsonNode> canary = Member.present(body, "canarySettings");
        String deploymentId = Member.text(body, "deploymentId").orElse("");
        var stage = new Stage(
                Member.text(body, "stageName").orElse(""),
                deploymentId,
                Member.text(body, "description").orElse(""),
                Map.of(),
                Member.textByName(body, "variables"),
                canary.map(settings -> canary(settings, deploymentId)),
                Member.flag(body, "tracingEnabled").orElse(false),
                DeploymentOperations.cacheSize(
                        Member.flag(body, "cacheClusterEnabled").orElse(false), Member.text(body, "cacheClusterSize")),
                Optional.empty(),
                StageNotes.created(call.nowSeconds())
                        .withTags(Member.textByName(body, "tags"))
                        .withDocumentationVersion(
                                Member.text(body, "documentationVersion").orElse("")));
        Stage made = engine.control()
                .change(
                        "Create stage " + stage.stageName(),
                        workspace -> StageOperations.create(workspace, api(call), stage),
                        call.nowNanos());
        return RestAnswer.json(201, StageResponses.stage(made));
    }

    private static CanarySettings canary(JsonNode settings, String stageDeploymentId) {
        return new CanarySettings(
                Member.number(settings, "percentTraffic")
                        .map(Number::doubleValue)
                        .orElse(0.0),
                Member.text(settings, "deploymentId").orElse(stageDeploymentId),
                Member.textByName(settings, "stageVariableOverrides"),
                Member.flag(settings, "useStageCache").orElse(false));
    }

    private RestAnswer update(RestCall call) {
        var patches = call.patches("updateStageInput");
        Stage changed = engine.control()
                .change(
                        "Update stage " + name(call),
                        workspace ->
                                StageOperations.update(workspace, api(call), name(call), patches, call.nowSeconds()),
                        call.nowNanos());
        return RestAnswer.json(200, StageResponses.stage(changed));
    }

    private RestAnswer delete(RestCall call) {
        engine.control()
                .change(
                        "Delete stage " + name(call),
                        workspace -> new Change<>(StageOperations.delete(workspace, api(call), name(call)), true),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private RestAnswer flushCache(RestCall call) {
        StageOperations.get(engine.workspace(), api(call), name(call));
        engine.flushStageCache(api(call), name(call));
        return RestAnswer.empty(202);
    }

    private RestAnswer flushAuthorizers(RestCall call) {
        StageOperations.get(engine.workspace(), api(call), name(call));
        engine.flushAuthorizers(api(call), name(call));
        return RestAnswer.empty(202);
    }

    private static String api(RestCall call) {
        return call.label("restapi_id");
    }

    private static String name(RestCall call) {
        return call.label("stage_name");
    }
}
