package dev.sluice.engine.execution.serving;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.accesslog.AccessLogFormat;
import dev.sluice.engine.execution.authorization.ServedAuthorization;
import dev.sluice.engine.execution.authorization.StageAuthorization;
import dev.sluice.engine.execution.caching.MethodCaching;
import dev.sluice.engine.execution.httpapi.HttpApiStages;
import dev.sluice.engine.execution.integration.ServedIntegration;
import dev.sluice.engine.execution.serving.ServedStage.Part;
import dev.sluice.engine.execution.throttling.QuotaId;
import dev.sluice.engine.execution.throttling.TokenBucket;
import dev.sluice.engine.execution.validation.ModelSchemas;
import dev.sluice.engine.execution.validation.RequestValidation;
import dev.sluice.engine.journal.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the serving table of a workspace, with the buckets and quota counts that live longer than it. */
public final class ServingTableBuilder {
    private final Workspace workspace;
    private final RuntimeState state;
    private final Limits limits;
    private final StageAuthorization.Shared authorization;

    ServingTableBuilder(Workspace workspace, RuntimeState state) {
        this.workspace = workspace;
        this.state = state;
        this.limits = new Limits(workspace);
        this.authorization = new StageAuthorization.Shared(workspace);
    }

    /** The table for this workspace; buckets and counts that the state does not have yet are made, full and at 0. */
    public static ServingTable build(Workspace workspace, RuntimeState state) {
        state.functions().environments().reconfigure(workspace.backends());
        return new ServingTableBuilder(workspace, state).build();
    }

    private ServingTable build() {
        var stages = new HashMap<String, Entrance>();
        for (RestApi api : workspace.restApis()) {
            for (Stage stage : api.stages()) {
                entrance(api, stage)
                        .ifPresent(entrance -> stages.put(ServedKey.stageKey(api.id(), stage.stageName()), entrance));
            }
        }
        for (HttpApi api : workspace.httpApis()) {
            HttpApiStages.of(api, workspace, state)
                    .forEach((stageName, stage) -> stages.put(ServedKey.stageKey(api.id(), stageName), stage));
        }
        return new ServingTable(workspace, state, stages, keys());
    }

    /** A stage whose deployment is missing serves nothing. */
    private Optional<StageEntrance> entrance(RestApi api, Stage stage) {
        Optional<Deployment> deployment = api.deployment(stage.deploymentId());
        if (deployment.isEmpty()) {
            return Optional.empty();
        }
        Optional<Deployment> canary =
                stage.canarySettings().flatMap(settings -> api.deployment(settings.deploymentId()));
        if (canary.isEmpty()) {
            return Optional.of(new StageEntrance(
                    served(api, stage, deployment.get(), stage.variables(), Part.NONE), Optional.empty(), 0));
        }
        Stage.CanarySettings settings = stage.canarySettings().orElseThrow();
        var variables = new LinkedHashMap<>(stage.variables());
        variables.putAll(settings.stageVariableOverrides());
        return Optional.of(new StageEntrance(
                served(api, stage, deployment.get(), stage.variables(), Part.STAGE),
                Optional.of(served(api, stage, canary.get(), variables, Part.CANARY)),
                settings.percentTraffic()));
    }

    private ServedStage served(
            RestApi api, Stage stage, Deployment deployment, Map<String, String> variables, Part part) {
        ApiDefinition definition = deployment.definition();
        Place place = Place.ofStage(
                Place.Kind.REST, workspace.account(), api.id(), api.name(), stage.stageName(), part == Part.CANARY);
        var authorizations = new StageAuthorization(authorization, api.id(), definition, variables);
        var routes = new RouteTree<ServedMethod>();
        var models = new ModelSchemas(definition.models());
        for (Resource resource : definition.resources()) {
            for (Method method : resource.methods().values()) {
                routes.add(
                        resource.path(),
                        method.httpMethod(),
                        served(place, stage, part, definition, models, authorizations, resource, method, variables));
            }
        }
        return new ServedStage(
                api.id(),
                stage,
                deployment.id(),
                definition,
                routes,
                variables,
                workspace.profile(),
                part,
                place,
                stage.accessLogSettings().map(AccessLogFormat::of));
    }

    private ServedMethod served(
            Place place,
            Stage stage,
            Part part,
            ApiDefinition definition,
            ModelSchemas models,
            StageAuthorization authorizations,
            Resource resource,
            Method method,
            Map<String, String> variables) {
        String key = ServedMethod.methodKey(resource.path(), method.httpMethod());
        return new ServedMethod(
                resource,
                method,
                setting(stage, key),
                place,
                authorizations.of(method.authorization()),
                ServedIntegration.of(method, definition, variables, workspace, state.services()),
                RequestValidation.of(method, definition, models),
                MethodCaching.of(
                        ServedCaches.of(place.apiId(), stage, part),
                        stage,
                        resource,
                        method,
                        stage.methodSettings().get(key)),
                Limits.buckets(
                        limits.of(place.apiId(), stage, key, Optional.empty()),
                        state.throttle().buckets()),
                member -> Limits.buckets(
                        limits.of(place.apiId(), stage, key, Optional.of(member.planStage())),
                        state.throttle().buckets()));
    }

    DraftMethod draft(RestApi api, Resource resource, Method method, String stageName, Map<String, String> variables) {
        var setting = new MethodSetting(Optional.empty(), LoggingLevel.INFO, true, false);
        Place place = Place.ofStage(Place.Kind.REST, workspace.account(), api.id(), api.name(), stageName, false);
        var served = new ServedMethod(
                resource,
                method,
                setting,
                place,
                ServedAuthorization.OPEN,
                ServedIntegration.of(method, api.draft(), variables, workspace, state.services()),
                RequestValidation.of(
                        method, api.draft(), new ModelSchemas(api.draft().models())),
                MethodCaching.NONE,
                new TokenBucket[0],
                unused -> new TokenBucket[0]);
        var routes = new RouteTree<ServedMethod>();
        routes.add(resource.path(), Method.ANY, served);
        var stage = new Stage(stageName, "", "", Map.of(), variables, Optional.empty(), false);
        return new DraftMethod(
                new ServedStage(
                        api.id(),
                        stage,
                        stage.deploymentId(),
                        api.draft(),
                        routes,
                        variables,
                        workspace.profile(),
                        Part.NONE,
                        place,
                        Optional.empty()),
                served);
    }

    private static MethodSetting setting(Stage stage, String methodKey) {
        MethodSetting own = stage.methodSettings().get(methodKey);
        MethodSetting all = stage.methodSettings().getOrDefault(Stage.ALL_METHODS, MethodSetting.NONE);
        return own != null ? own : all;
    }

    private Map<String, ServedKey> keys() {
        var memberships = new HashMap<String, Map<String, Membership>>();
        for (UsagePlan plan : workspace.usagePlans()) {
            for (String keyId : plan.apiKeyIds()) {
                var ofKey = memberships.computeIfAbsent(keyId, unused -> new HashMap<>());
                var quota = plan.quota()
                        .map(settings -> state.throttle().quotas().counter(new QuotaId(plan.id(), keyId), settings));
                for (UsagePlan.ApiStage apiStage : plan.apiStages()) {
                    ofKey.putIfAbsent(
                            ServedKey.stageKey(apiStage.apiId(), apiStage.stage()),
                            new Membership(new Limits.PlanStage(plan, apiStage, keyId), quota));
                }
            }
        }
        var keys = new HashMap<String, ServedKey>();
        for (ApiKey key : workspace.apiKeys()) {
            keys.putIfAbsent(key.value(), new ServedKey(key, memberships.getOrDefault(key.id(), Map.of())));
        }
        return keys;
    }
}
