package dev.sluice.engine.definition;

import java.util.Map;
import java.util.Optional;

/**
 * A named, callable snapshot of an API.
 *
 * @param methodSettings by {@code *}{@code /*} for all methods, or {@code /resource/path/METHOD} for one ({@code //GET}
 *     for the root's)
 * @param variables stage variables by name
 */
public record Stage(
        String stageName,
        String deploymentId,
        String description,
        Map<String, MethodSetting> methodSettings,
        Map<String, String> variables,
        Optional<CanarySettings> canarySettings,
        boolean tracingEnabled) {

    /** Key of the settings that hold for every method without its own. */
    public static final String ALL_METHODS = "*/*";

    public Stage {
        methodSettings = Ordered.copyOf(methodSettings);
        variables = Ordered.copyOf(variables);
    }

    public Stage withMethodSetting(String key, MethodSetting setting) {
        var settings = new java.util.LinkedHashMap<>(methodSettings);
        settings.put(key, setting);
        return new Stage(stageName, deploymentId, description, settings, variables, canarySettings, tracingEnabled);
    }

    /**
     * A second deployment that gets part of the traffic.
     *
     * @param percentTraffic 0 to 100
     * @param stageVariableOverrides laid over the stage's variables
     */
    public record CanarySettings(
            double percentTraffic, String deploymentId, Map<String, String> stageVariableOverrides) {
        public CanarySettings {
            stageVariableOverrides = Ordered.copyOf(stageVariableOverrides);
        }
    }
}
