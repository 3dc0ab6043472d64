package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.CacheSetting.UnauthorizedStrategy;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Stage.CanarySettings;
import dev.sluice.engine.definition.StageNotes;
import dev.sluice.engine.execution.accesslog.AccessLogFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code apis/NAME/stages/STAGE.json}. */
final class StageFile {
    private static final int LONGEST_TTL_SECONDS = 3_600;

    private StageFile() {}

    static Mapping write(Stage stage) {
        var settings = Mapping.builder();
        stage.methodSettings().forEach((key, setting) -> settings.put(key, write(setting)));
        var fields = Mapping.builder()
                .put("stageName", stage.stageName())
                .put("deploymentId", stage.deploymentId())
                .putUnlessEmpty("description", stage.description())
                .putUnlessEmpty("methodSettings", settings.build())
                .putUnlessEmpty("variables", Node.texts(stage.variables()));
        stage.canarySettings().ifPresent(canary -> fields.put("canarySettings", write(canary)));
        stage.cacheClusterSize()
                .ifPresent(size -> fields.put("cacheClusterEnabled", true).put("cacheClusterSize", size));
        stage.accessLogSettings().ifPresent(log -> fields.put("accessLogSettings", write(log)));
        StageNotes notes = stage.notes();
        if (notes.createdDate() != 0) {
            fields.put("createdDate", notes.createdDate());
        }
        if (notes.lastUpdatedDate() != 0) {
            fields.put("lastUpdatedDate", notes.lastUpdatedDate());
        }
        return fields.put("tracingEnabled", stage.tracingEnabled())
                .putUnlessEmpty("documentationVersion", notes.documentationVersion())
                .putUnlessEmpty("clientCertificateId", notes.clientCertificateId())
                .putUnlessEmpty("tags", Node.texts(notes.tags()))
                .build();
    }

    static Optional<Stage> read(Fields fields) {
        Optional<String> stageName = fields.requiredText("stageName");
        Optional<String> deploymentId = fields.requiredText("deploymentId");
        String description = fields.text("description").orElse("");
        Map<String, MethodSetting> settings = methodSettings(fields);
        Map<String, String> variables = fields.texts("variables");
        Optional<CanarySettings> canary = canarySettings(fields);
        boolean tracing = fields.flag("tracingEnabled").orElse(false);
        Optional<String> cacheSize = cacheClusterSize(fields);
        Optional<AccessLogSettings> accessLog = accessLogSettings(fields);
        var notes = new StageNotes(
                fields.whole("createdDate", 0, ApiFiles.LATEST).orElse(0L),
                fields.whole("lastUpdatedDate", 0, ApiFiles.LATEST).orElse(0L),
                fields.texts("tags"),
                fields.text("documentationVersion").orElse(""),
                fields.text("clientCertificateId").orElse(""));
        fields.done();
        return stageName.isPresent() && deploymentId.isPresent()
                ? Optional.of(new Stage(
                        stageName.get(),
                        deploymentId.get(),
                        description,
                        settings,
                        variables,
                        canary,
                        tracing,
                        cacheSize,
                        accessLog,
                        notes))
                : Optional.empty();
    }

    private static Mapping write(MethodSetting setting) {
        var fields = Mapping.builder();
        setting.throttle().ifPresent(throttle -> Throttles.writeInto(fields, throttle));
        fields.put("loggingLevel", setting.loggingLevel().name())
                .put("dataTraceEnabled", setting.dataTraceEnabled())
                .put("metricsEnabled", setting.metricsEnabled());
        if (!setting.cache().equals(CacheSetting.DEFAULT)) {
            writeInto(fields, setting.cache());
        }
        return fields.build();
    }

    private static void writeInto(Mapping.Builder fields, CacheSetting cache) {
        fields.put("cachingEnabled", cache.enabled())
                .put("cacheTtlInSeconds", cache.ttlInSeconds())
                .put("cacheDataEncrypted", cache.dataEncrypted())
                .put("requireAuthorizationForCacheControl", cache.requireAuthorization())
                .put(
                        "unauthorizedCacheControlHeaderStrategy",
                        cache.unauthorizedStrategy().name());
    }

    private static CacheSetting cache(Fields fields) {
        CacheSetting byDefault = CacheSetting.DEFAULT;
        return new CacheSetting(
                fields.flag("cachingEnabled").orElse(byDefault.enabled()),
                fields.whole("cacheTtlInSeconds", 0, LONGEST_TTL_SECONDS)
                        .map(Long::intValue)
                        .orElse(byDefault.ttlInSeconds()),
                fields.flag("cacheDataEncrypted").orElse(byDefault.dataEncrypted()),
                fields.flag("requireAuthorizationForCacheControl").orElse(byDefault.requireAuthorization()),
                fields.constant("unauthorizedCacheControlHeaderStrategy", UnauthorizedStrategy.class)
                        .orElse(byDefault.unauthorizedStrategy()));
    }

    /** {@code cacheClusterEnabled} without a size means the smallest. */
    private static Optional<String> cacheClusterSize(Fields stage) {
        Optional<String> size = stage.text("cacheClusterSize");
        return stage.flag("cacheClusterEnabled").orElse(false) ? Optional.of(size.orElse("0.5")) : Optional.empty();
    }

    static Mapping write(AccessLogSettings log) {
        return Mapping.builder()
                .putUnlessEmpty("destinationArn", log.destinationArn())
                .put("format", log.format())
                .build();
    }

    static Optional<AccessLogSettings> accessLogSettings(Fields stage) {
        if (stage.node("accessLogSettings").isEmpty()) {
            return Optional.empty();
        }
        Fields fields = stage.fields("accessLogSettings");
        String destination = fields.text("destinationArn").orElse("");
        Optional<String> format = fields.requiredText("format");
        format.ifPresent(text -> AccessLogFormat.faults(text).forEach(fault -> fields.error("format", fault)));
        fields.done();
        return format.map(text -> new AccessLogSettings(destination, text));
    }

    private static Map<String, MethodSetting> methodSettings(Fields stage) {
        var settings = new LinkedHashMap<String, MethodSetting>();
        stage.namedFields("methodSettings").forEach((key, fields) -> {
            settings.put(
                    key,
                    new MethodSetting(
                            Throttles.read(fields, "throttlingRateLimit", "throttlingBurstLimit"),
                            fields.constant("loggingLevel", LoggingLevel.class).orElse(LoggingLevel.OFF),
                            fields.flag("dataTraceEnabled").orElse(false),
                            fields.flag("metricsEnabled").orElse(false),
                            cache(fields)));
            fields.done();
        });
        return settings;
    }

    private static Mapping write(CanarySettings canary) {
        return Mapping.builder()
                .put("percentTraffic", Decimals.shortest(canary.percentTraffic()))
                .put("deploymentId", canary.deploymentId())
                .putUnlessEmpty("stageVariableOverrides", Node.texts(canary.stageVariableOverrides()))
                .put("useStageCache", canary.useStageCache())
                .build();
    }

    private static Optional<CanarySettings> canarySettings(Fields stage) {
        if (stage.node("canarySettings").isEmpty()) {
            return Optional.empty();
        }
        Fields fields = stage.fields("canarySettings");
        double percent = Decimals.read(fields, "percentTraffic", 0, 100).orElse(0.0);
        Optional<String> deploymentId = fields.requiredText("deploymentId");
        Map<String, String> overrides = fields.texts("stageVariableOverrides");
        boolean useStageCache = fields.flag("useStageCache").orElse(false);
        fields.done();
        return deploymentId.map(id -> new CanarySettings(percent, id, overrides, useStageCache));
    }
}
