package dev.sluice.engine.conformance;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.ImportedApi;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.http.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One case file of format {@code apigw-case/1}, and the workspace it describes. */
final class ConformanceCase {
    static final String API_ID = "c0nf0rmanc";

    /** Case features that this engine does not have yet; a case that needs one is not run, and says which. */
    private static final List<String> LATER_STAGE_SETTINGS =
            List.of("cacheClusterEnabled", "accessLogSettings", "tracingEnabled");

    /** Stands in where the document itself needs what is missing. */
    private static final ApiDefinition EMPTY =
            new ApiDefinition("", "", "", ApiDefinition.ApiKeySource.HEADER, List.of(), List.of(), Map.of());

    private final JsonNode json;
    private final List<String> missing = new ArrayList<>();

    ConformanceCase(JsonNode json) {
        this.json = json;
    }

    String id() {
        return json.path("id").asString();
    }

    JsonNode steps() {
        return json.path("steps");
    }

    JsonNode backends() {
        return json.path("backends");
    }

    String stageName() {
        return json.path("stage").path("name").asString();
    }

    /** Why this case cannot be run; empty if it can. Known after {@link #workspace()}. */
    List<String> missing() {
        return missing;
    }

    Workspace workspace() {
        needs(json.path("api").path("kind").asString("rest").equals("rest"), "HTTP APIs");
        needs(!json.has("expectMetrics"), "metrics");
        for (String setting : LATER_STAGE_SETTINGS) {
            needs(!json.path("stage").has(setting), setting);
        }
        for (JsonNode backend : backends()) {
            String kind = backend.path("kind").asString();
            needs(kind.equals("http") || kind.equals("lambda"), kind + " backends");
        }
        for (JsonNode step : steps()) {
            needs(
                    step.path("request")
                                    .path("body")
                                    .path("generate")
                                    .path("length")
                                    .asInt()
                            <= Body.LARGEST,
                    "sockets: the answer of the front door");
            needs(
                    !step.path("request").has("kind"),
                    step.path("request").path("kind").asString() + " requests");
        }
        var apis = new ArrayList<RestApi>();
        if (json.path("apis").isObject()) {
            json.path("apis").properties().forEach(api -> apis.add(api(api.getKey(), api.getValue())));
        } else {
            apis.add(api(API_ID, json.path("api").path("openapi")));
        }
        return new Workspace(
                id(),
                BehaviourProfile.AWS,
                account(),
                apis,
                plans(),
                keys(),
                domains(),
                List.of(),
                Stubs.functions(backends()));
    }

    private void needs(boolean available, String feature) {
        if (!available) {
            missing.add(feature);
        }
    }

    private RestApi api(String id, JsonNode openapi) {
        var deployments = new ArrayList<Deployment>();
        deployments.add(new Deployment("dep001", "", 0, definition(id, openapi)));
        JsonNode canary = json.path("api").path("canaryOpenapi");
        if (canary.isObject()) {
            deployments.add(new Deployment("dep002", "", 0, definition(id, canary)));
        }
        var stages = new ArrayList<Stage>();
        stages.add(stage(json.path("stage"), canary.isObject()));
        json.path("extraStages").forEach(extra -> stages.add(stage(extra, false)));
        return new RestApi(id, deployments.getFirst().definition(), deployments, stages);
    }

    private ApiDefinition definition(String id, JsonNode openapi) {
        String text = Stubs.withAddresses(openapi.toString(), backends());
        ImportedApi imported = OpenApiReader.read(
                "case.json",
                text.getBytes(StandardCharsets.UTF_8),
                new ImportSettings(id, account(), BehaviourProfile.AWS.timeoutCeiling()));
        for (Problem problem : imported.problems()) {
            boolean isBehaviour = problem.severity() == Problem.Severity.ERROR
                    || problem.message().contains("not supported")
                    || problem.message().contains("no effect");
            needs(!isBehaviour, problem.message());
        }
        return imported.definition().orElseGet(() -> EMPTY);
    }

    private static Stage stage(JsonNode stage, boolean hasCanary) {
        var settings = new LinkedHashMap<String, MethodSetting>();
        stage.path("methodSettings").properties().forEach(entry -> {
            JsonNode setting = entry.getValue();
            settings.put(
                    entry.getKey(),
                    new MethodSetting(
                            throttle(setting, "throttlingRateLimit", "throttlingBurstLimit"),
                            LoggingLevel.valueOf(setting.path("loggingLevel").asString("OFF")),
                            setting.path("dataTraceEnabled").asBoolean(false),
                            false));
        });
        Optional<Stage.CanarySettings> canary = hasCanary
                ? Optional.of(new Stage.CanarySettings(
                        stage.path("canarySettings").path("percentTraffic").asDouble(),
                        "dep002",
                        strings(stage.path("canarySettings").path("stageVariableOverrides"))))
                : Optional.empty();
        return new Stage(
                stage.path("name").asString(), "dep001", "", settings, strings(stage.path("variables")), canary, false);
    }

    private static Map<String, String> strings(JsonNode object) {
        var map = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asString()));
        return map;
    }

    private static Optional<ThrottleSettings> throttle(JsonNode node, String rate, String burst) {
        return node.has(rate)
                ? Optional.of(new ThrottleSettings(
                        node.path(rate).asString(), node.path(burst).asInt()))
                : Optional.empty();
    }

    private Account account() {
        return throttle(json.path("account").path("throttleSettings"), "rateLimit", "burstLimit")
                .map(limit -> new Account("123456789012", "us-east-1", limit))
                .orElse(Account.DEFAULT);
    }

    private List<UsagePlan> plans() {
        var plans = new ArrayList<UsagePlan>();
        for (JsonNode plan : json.path("usagePlans")) {
            var stages = new ArrayList<UsagePlan.ApiStage>();
            for (JsonNode stage : plan.path("apiStages")) {
                var limits = new LinkedHashMap<String, ThrottleSettings>();
                stage.path("throttle")
                        .properties()
                        .forEach(entry -> throttle(entry.getValue(), "rateLimit", "burstLimit")
                                .ifPresent(limit -> limits.put(entry.getKey(), limit)));
                stages.add(new UsagePlan.ApiStage(API_ID, stage.path("stage").asString(), limits));
            }
            JsonNode quota = plan.path("quota");
            plans.add(new UsagePlan(
                    plan.path("name").asString(),
                    plan.path("name").asString(),
                    "",
                    stages,
                    throttle(plan.path("throttle"), "rateLimit", "burstLimit"),
                    quota.isObject()
                            ? Optional.of(new QuotaSettings(
                                    quota.path("limit").asLong(),
                                    quota.path("offset").asLong(0),
                                    QuotaSettings.Period.valueOf(
                                            quota.path("period").asString())))
                            : Optional.empty(),
                    plan.path("keys").valueStream().map(JsonNode::asString).toList()));
        }
        return plans;
    }

    private List<ApiKey> keys() {
        return json.path("apiKeys")
                .valueStream()
                .map(key -> new ApiKey(
                        key.path("name").asString(),
                        key.path("name").asString(),
                        key.path("value").asString(),
                        key.path("enabled").asBoolean(true)))
                .toList();
    }

    private List<DomainName> domains() {
        JsonNode domain = json.path("domain");
        if (!domain.isObject()) {
            return List.of();
        }
        return List.of(new DomainName(
                domain.path("domainName").asString(),
                domain.path("mappings")
                        .valueStream()
                        .map(mapping -> new DomainName.BasePathMapping(
                                mapping.path("path").asString().isEmpty()
                                        ? DomainName.BasePathMapping.NONE
                                        : mapping.path("path").asString(),
                                mapping.path("api").asString(),
                                mapping.path("stage").asString()))
                        .toList()));
    }
}
