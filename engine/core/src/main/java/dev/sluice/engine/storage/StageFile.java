package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Stage.CanarySettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code apis/NAME/stages/STAGE.json}. */
final class StageFile {
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
        return fields.put("tracingEnabled", stage.tracingEnabled()).build();
    }

    static Optional<Stage> read(Fields fields) {
        Optional<String> stageName = fields.requiredText("stageName");
        Optional<String> deploymentId = fields.requiredText("deploymentId");
        String description = fields.text("description").orElse("");
        Map<String, MethodSetting> settings = methodSettings(fields);
        Map<String, String> variables = fields.texts("variables");
        Optional<CanarySettings> canary = canarySettings(fields);
        boolean tracing = fields.flag("tracingEnabled").orElse(false);
        fields.done();
        return stageName.isPresent() && deploymentId.isPresent()
                ? Optional.of(new Stage(
                        stageName.get(), deploymentId.get(), description, settings, variables, canary, tracing))
                : Optional.empty();
    }

    private static Mapping write(MethodSetting setting) {
        var fields = Mapping.builder();
        setting.throttle().ifPresent(throttle -> Throttles.writeInto(fields, throttle));
        return fields.put("loggingLevel", setting.loggingLevel().name())
                .put("dataTraceEnabled", setting.dataTraceEnabled())
                .put("metricsEnabled", setting.metricsEnabled())
                .build();
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
                            fields.flag("metricsEnabled").orElse(false)));
            fields.done();
        });
        return settings;
    }

    private static Mapping write(CanarySettings canary) {
        return Mapping.builder()
                .put("percentTraffic", Decimals.shortest(canary.percentTraffic()))
                .put("deploymentId", canary.deploymentId())
                .putUnlessEmpty("stageVariableOverrides", Node.texts(canary.stageVariableOverrides()))
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
        fields.done();
        return deploymentId.map(id -> new CanarySettings(percent, id, overrides));
    }
}
