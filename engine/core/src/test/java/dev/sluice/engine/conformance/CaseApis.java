package dev.sluice.engine.conformance;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.ImportedApi;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.CacheSetting.UnauthorizedStrategy;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A case's REST APIs with their stages: what {@code put-rest-api}, {@code create-stage} and its settings would make.
 */
final class CaseApis {
    private static final Set<String> STAGE = Set.of(
            "name",
            "description",
            "variables",
            "methodSettings",
            "canarySettings",
            "cacheClusterEnabled",
            "cacheClusterSize",
            "accessLogSettings",
            "tracingEnabled");
    private static final Set<String> METHOD_SETTING = Set.of(
            "throttlingRateLimit",
            "throttlingBurstLimit",
            "loggingLevel",
            "dataTraceEnabled",
            "metricsEnabled",
            "cachingEnabled",
            "cacheTtlInSeconds",
            "cacheDataEncrypted",
            "requireAuthorizationForCacheControl",
            "unauthorizedCacheControlHeaderStrategy");

    /** Stands in where the document cannot be read; the case has failed by then. */
    private static final ApiDefinition EMPTY =
            new ApiDefinition("", "", "", ApiDefinition.ApiKeySource.HEADER, List.of(), List.of(), Map.of());

    private final ConformanceCase testCase;
    private final Account account;
    private final Map<String, Integer> ports;
    private final List<String> problems;

    CaseApis(ConformanceCase testCase, Account account, Map<String, Integer> ports, List<String> problems) {
        this.testCase = testCase;
        this.account = account;
        this.ports = ports;
        this.problems = problems;
    }

    RestApi rest(String id, JsonNode openapi) {
        var deployments = new ArrayList<Deployment>();
        deployments.add(new Deployment("dep001", "", 0, definition(id, openapi)));
        JsonNode canary = testCase.json().path("api").path("canaryOpenapi");
        if (canary.isObject()) {
            deployments.add(new Deployment("dep002", "", 0, definition(id, canary)));
        }
        var stages = new ArrayList<Stage>();
        stages.add(stage(testCase.stage(), canary.isObject()));
        testCase.json().path("extraStages").forEach(extra -> stages.add(stage(extra, false)));
        return new RestApi(id, deployments.getFirst().definition(), deployments, stages);
    }

    private ApiDefinition definition(String id, JsonNode openapi) {
        String text = withPorts(openapi.toString());
        ImportedApi imported = OpenApiReader.read(
                "case.json",
                text.getBytes(StandardCharsets.UTF_8),
                new ImportSettings(id, account, BehaviourProfile.AWS.timeoutCeiling()));
        for (Problem problem : imported.problems()) {
            if (problem.severity() == Problem.Severity.ERROR) {
                problems.add("import: " + problem.message());
            }
        }
        return imported.definition().orElse(EMPTY);
    }

    private String withPorts(String text) {
        String filled = text;
        for (var port : ports.entrySet()) {
            filled = filled.replace("{{backend:" + port.getKey() + "}}", "127.0.0.1:" + port.getValue());
        }
        return filled;
    }

    private Map<String, String> variables(JsonNode listed) {
        var variables = CaseWorkspace.strings(listed);
        variables.replaceAll((name, value) -> withPorts(value));
        return variables;
    }

    private Stage stage(JsonNode stage, boolean hasCanary) {
        ConformanceCase.unknown("stage", stage, STAGE, problems);
        var settings = new LinkedHashMap<String, MethodSetting>();
        stage.path("methodSettings")
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), setting(entry.getValue())));
        JsonNode log = stage.path("accessLogSettings");
        return new Stage(
                stage.path("name").asString(),
                "dep001",
                stage.path("description").asString(""),
                settings,
                variables(stage.path("variables")),
                hasCanary ? Optional.of(canary(stage.path("canarySettings"))) : Optional.empty(),
                stage.path("tracingEnabled").asBoolean(false),
                stage.path("cacheClusterEnabled").asBoolean(false)
                        ? Optional.of(stage.path("cacheClusterSize").asString("0.5"))
                        : Optional.empty(),
                log.isObject()
                        ? Optional.of(new AccessLogSettings(
                                log.path("destinationArn").asString(""),
                                log.path("format").asString()))
                        : Optional.empty());
    }

    private MethodSetting setting(JsonNode setting) {
        ConformanceCase.unknown("methodSettings", setting, METHOD_SETTING, problems);
        CacheSetting normal = CacheSetting.DEFAULT;
        return new MethodSetting(
                CaseWorkspace.throttle(setting, "throttlingRateLimit", "throttlingBurstLimit"),
                LoggingLevel.valueOf(setting.path("loggingLevel").asString("OFF")),
                setting.path("dataTraceEnabled").asBoolean(false),
                setting.path("metricsEnabled").asBoolean(false),
                new CacheSetting(
                        setting.path("cachingEnabled").asBoolean(normal.enabled()),
                        setting.path("cacheTtlInSeconds").asInt(normal.ttlInSeconds()),
                        setting.path("cacheDataEncrypted").asBoolean(normal.dataEncrypted()),
                        setting.path("requireAuthorizationForCacheControl").asBoolean(normal.requireAuthorization()),
                        UnauthorizedStrategy.valueOf(setting.path("unauthorizedCacheControlHeaderStrategy")
                                .asString(normal.unauthorizedStrategy().name()))));
    }

    private Stage.CanarySettings canary(JsonNode canary) {
        ConformanceCase.unknown(
                "canarySettings",
                canary,
                Set.of("percentTraffic", "stageVariableOverrides", "useStageCache", "deploymentId"),
                problems);
        return new Stage.CanarySettings(
                canary.path("percentTraffic").asDouble(),
                "dep002",
                variables(canary.path("stageVariableOverrides")),
                canary.path("useStageCache").asBoolean(false));
    }
}
