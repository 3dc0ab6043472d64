package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.stages.StageOperations;
import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.StageNotes;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stages as AWS's clients read them. */
final class StageResponses {
    private StageResponses() {}

    static ObjectNode stage(Stage stage) {
        StageNotes notes = stage.notes();
        ObjectNode json = Json.object()
                .put("deploymentId", stage.deploymentId())
                .put("stageName", stage.stageName())
                .put("cacheClusterEnabled", stage.cacheClusterSize().isPresent())
                .put("cacheClusterStatus", stage.cacheClusterSize().isPresent() ? "AVAILABLE" : "NOT_AVAILABLE")
                .put("tracingEnabled", stage.tracingEnabled())
                .put("createdDate", notes.createdDate())
                .put("lastUpdatedDate", notes.lastUpdatedDate());
        putUnlessEmpty(json, "description", stage.description());
        putUnlessEmpty(json, "documentationVersion", notes.documentationVersion());
        putUnlessEmpty(json, "clientCertificateId", notes.clientCertificateId());
        stage.cacheClusterSize().ifPresent(size -> json.put("cacheClusterSize", size));
        ObjectNode settings = json.putObject("methodSettings");
        stage.methodSettings().forEach((key, setting) -> settings.set(StageOperations.shownKey(key), setting(setting)));
        putUnlessEmpty(json, "variables", stage.variables());
        putUnlessEmpty(json, "tags", notes.tags());
        stage.accessLogSettings().ifPresent(log -> {
            ObjectNode fields = json.putObject("accessLogSettings");
            putUnlessEmpty(fields, "format", log.format());
            putUnlessEmpty(fields, "destinationArn", log.destinationArn());
        });
        stage.canarySettings().ifPresent(canary -> json.set("canarySettings", canary(canary)));
        return json;
    }

    private static JsonNode canary(Stage.CanarySettings canary) {
        ObjectNode json = Json.object()
                .put("percentTraffic", canary.percentTraffic())
                .put("deploymentId", canary.deploymentId())
                .put("useStageCache", canary.useStageCache());
        putUnlessEmpty(json, "stageVariableOverrides", canary.stageVariableOverrides());
        return json;
    }

    /** A throttle that is off at this level is -1, as AWS and Terraform write it. */
    private static JsonNode setting(MethodSetting setting) {
        CacheSetting cache = setting.cache();
        ObjectNode json = Json.object().put("metricsEnabled", setting.metricsEnabled());
        if (setting.loggingLevel() != LoggingLevel.OFF) {
            json.put("loggingLevel", setting.loggingLevel().name());
        }
        json.put("dataTraceEnabled", setting.dataTraceEnabled());
        setting.throttle()
                .ifPresentOrElse(
                        throttle -> json.put("throttlingBurstLimit", throttle.burstLimit())
                                .put("throttlingRateLimit", throttle.rateLimit().doubleValue()),
                        () -> json.put("throttlingBurstLimit", -1).put("throttlingRateLimit", -1.0));
        return json.put("cachingEnabled", cache.enabled())
                .put("cacheTtlInSeconds", cache.ttlInSeconds())
                .put("cacheDataEncrypted", cache.dataEncrypted())
                .put("requireAuthorizationForCacheControl", cache.requireAuthorization())
                .put(
                        "unauthorizedCacheControlHeaderStrategy",
                        cache.unauthorizedStrategy().name());
    }

    static void putUnlessEmpty(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    static void putUnlessEmpty(ObjectNode json, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            ObjectNode members = json.putObject(name);
            texts.forEach(members::put);
        }
    }
}
