package dev.sluice.engine.control.stages;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Stage.CanarySettings;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Patches below {@code /canarySettings}. The first replacement makes a canary of the stage's own deployment. */
final class CanaryPatches {
    private static final String OVERRIDES = "/canarySettings/stageVariableOverrides/";

    private final RestApi api;
    private final Stage stage;

    CanaryPatches(RestApi api, Stage stage) {
        this.api = api;
        this.stage = stage;
    }

    Stage apply(PatchOperation operation, String path) {
        return switch (operation.op()) {
            case "remove" -> remove(operation, path);
            case "replace" -> stage.withCanarySettings(Optional.of(replaced(operation, path)));
            default -> throw ControlException.badRequest("Invalid " + operation.op() + " operation with path: " + path);
        };
    }

    private Stage remove(PatchOperation operation, String path) {
        if (path.equals("/canarySettings")) {
            return stage.withCanarySettings(Optional.empty());
        }
        Optional<String> override = operation.below(OVERRIDES);
        CanarySettings canary = current();
        if (override.isPresent() && canary.stageVariableOverrides().containsKey(override.get())) {
            var overrides = new LinkedHashMap<>(canary.stageVariableOverrides());
            overrides.remove(override.get());
            return stage.withCanarySettings(Optional.of(with(canary, overrides)));
        }
        throw StagePaths.noSetting(path);
    }

    private CanarySettings replaced(PatchOperation operation, String path) {
        String value = operation.value().orElse("");
        CanarySettings canary = current();
        Map<String, String> overrides = canary.stageVariableOverrides();
        Optional<String> override = operation.below(OVERRIDES);
        if (override.isPresent()) {
            var changed = new LinkedHashMap<>(overrides);
            changed.put(override.get(), value);
            return with(canary, changed);
        }
        double percent = canary.percentTraffic();
        String deploymentId = canary.deploymentId();
        boolean useStageCache = canary.useStageCache();
        switch (path) {
            case "/canarySettings/percentTraffic" -> percent = percent(value);
            case "/canarySettings/deploymentId" -> deploymentId = deployment(value);
            case "/canarySettings/useStageCache" -> useStageCache = PatchedSetting.flag(value);
            default -> throw StagePaths.invalid(path);
        }
        return new CanarySettings(percent, deploymentId, overrides, useStageCache);
    }

    private CanarySettings current() {
        return stage.canarySettings().orElseGet(() -> new CanarySettings(0, stage.deploymentId(), Map.of()));
    }

    private static CanarySettings with(CanarySettings canary, Map<String, String> overrides) {
        return new CanarySettings(canary.percentTraffic(), canary.deploymentId(), overrides, canary.useStageCache());
    }

    private String deployment(String id) {
        if (api.deployment(id).isEmpty()) {
            throw ControlException.badRequest("Deployment id does not exist");
        }
        return id;
    }

    private static double percent(String value) {
        BigDecimal percent = PatchedSetting.decimal(value);
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw ControlException.badRequest("Invalid canary percentTraffic, must be between 0 and 100");
        }
        return percent.doubleValue();
    }
}
