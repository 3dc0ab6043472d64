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
import dev.sluice.engine.control.stages.DeploymentOperations;
import dev.sluice.engine.control.stages.NewDeployment;
import dev.sluice.engine.definition.Deployment;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Deployments: which requests they are, what is read from them and how they are answered. */
final class DeploymentRoutes {
    private static final String DEPLOYMENTS = "/restapis/{restapi_id}/deployments";
    private static final String DEPLOYMENT = DEPLOYMENTS + "/{deployment_id}";

    private final Engine engine;

    DeploymentRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", DEPLOYMENTS, this::list)
                .add("POST", DEPLOYMENTS, this::create)
                .add("GET", DEPLOYMENT, this::get)
                .add("PATCH", DEPLOYMENT, this::update)
                .add("DELETE", DEPLOYMENT, this::delete);
    }

    private RestAnswer list(RestCall call) {
        return Page.of(
                call, DeploymentOperations.list(engine.workspace(), api(call)), deployment -> json(deployment, false));
    }

    private RestAnswer get(RestCall call) {
        Deployment deployment = DeploymentOperations.get(engine.workspace(), api(call), id(call));
        boolean summary =
                call.query().getOrDefault("embed", java.util.List.of()).contains("apisummary");
        return RestAnswer.json(200, json(deployment, summary));
    }

    private RestAnswer create(RestCall call) {
        NewDeployment asked = asked(call.body());
        Deployment made = engine.control()
                .change(
                        "Deploy " + api(call)
                                + asked.stageName().map(stage -> " to " + stage).orElse(""),
                        workspace -> DeploymentOperations.create(workspace, api(call), asked, call.nowSeconds()),
                        call.nowNanos());
        return RestAnswer.json(201, json(made, false));
    }

    private NewDeployment asked(ObjectNode body) {
        return new NewDeployment(
                engine.control().newId("deployment", 6),
                Member.text(body, "stageName"),
                Member.text(body, "stageDescription"),
                Member.text(body, "description").orElse(""),
                Member.flag(body, "cacheClusterEnabled"),
                Member.text(body, "cacheClusterSize"),
                Member.present(body, "variables").map(given -> Member.textByName(body, "variables")),
                Member.flag(body, "tracingEnabled"),
                Member.present(body, "canarySettings").map(DeploymentRoutes::canary));
    }

    private static NewDeployment.Canary canary(JsonNode settings) {
        Optional<Double> percent = Member.number(settings, "percentTraffic").map(Number::doubleValue);
        return new NewDeployment.Canary(
                percent.orElse(0.0),
                Member.textByName(settings, "stageVariableOverrides"),
                Member.flag(settings, "useStageCache").orElse(false));
    }

    private RestAnswer update(RestCall call) {
        var patches = call.patches("updateDeploymentInput");
        Deployment changed = engine.control()
                .change(
                        "Update deployment " + id(call),
                        workspace -> DeploymentOperations.update(workspace, api(call), id(call), patches),
                        call.nowNanos());
        return RestAnswer.json(200, json(changed, false));
    }

    private RestAnswer delete(RestCall call) {
        engine.control()
                .change(
                        "Delete deployment " + id(call),
                        workspace -> new Change<>(DeploymentOperations.delete(workspace, api(call), id(call)), true),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private static ObjectNode json(Deployment deployment, boolean withSummary) {
        ObjectNode json = Json.object().put("id", deployment.id()).put("createdDate", deployment.createdDate());
        StageResponses.putUnlessEmpty(json, "description", deployment.description());
        if (withSummary) {
            json.set("apiSummary", summary(deployment));
        }
        return json;
    }

    private static JsonNode summary(Deployment deployment) {
        ObjectNode paths = Json.object();
        deployment.definition().resources().stream()
                .filter(resource -> !resource.methods().isEmpty())
                .forEach(resource -> {
                    ObjectNode methods = paths.putObject(resource.path());
                    resource.methods()
                            .forEach((name, method) -> methods.putObject(name)
                                    .put(
                                            "authorizationType",
                                            method.authorization().type().name())
                                    .put("apiKeyRequired", method.apiKeyRequired()));
                });
        return paths;
    }

    private static String api(RestCall call) {
        return call.label("restapi_id");
    }

    private static String id(RestCall call) {
        return call.label("deployment_id");
    }
}
