package dev.sluice.engine.definition;

import java.util.Map;
import java.util.Optional;

/**
 * A named, callable snapshot of an API.
 *
 * @param methodSettings by {@code *}{@code /*} for all methods, or {@code /resource/path/METHOD} for one ({@code //GET}
 *     for the root's)
 * @param cacheClusterSize gigabytes of the cache as AWS writes them, {@code 0.5} to {@code 237}; absent means no cache
 * @param accessLogSettings absent writes no access log
 * @param variables stage variables by name
 */
public record Stage(
        String stageName,
        String deploymentId,
        String description,
        Map<String, MethodSetting> methodSettings,
        Map<String, String> variables,
        Optional<CanarySettings> canarySettings,
        boolean tracingEnabled,
        Optional<String> cacheClusterSize,
        Optional<AccessLogSettings> accessLogSettings) {

    /** Key of the settings that hold for every method without its own. */
    public static final String ALL_METHODS = "*/*";

    public Stage {
        methodSettings = Ordered.copyOf(methodSettings);
        variables = Ordered.copyOf(variables);
    }

    /** A stage without a cache and an access log. */
    public Stage(
            String stageName,
            String deploymentId,
            String description,
            Map<String, MethodSetting> methodSettings,
            Map<String, String> variables,
            Optional<CanarySettings> canarySettings,
            boolean tracingEnabled) {
        this(
                stageName,
                deploymentId,
                description,
                methodSettings,
                variables,
                canarySettings,
                tracingEnabled,
                Optional.empty(),
                Optional.empty());
    }

    public Stage withMethodSetting(String key, MethodSetting setting) {
        var settings = new java.util.LinkedHashMap<>(methodSettings);
        settings.put(key, setting);
        return new Stage(
                stageName,
                deploymentId,
                description,
                settings,
                variables,
                canarySettings,
                tracingEnabled,
                cacheClusterSize,
                accessLogSettings);
    }

    /**
     * A second deployment that gets part of the traffic.
     *
     * @param percentTraffic 0 to 100
     * @param stageVariableOverrides laid over the stage's variables
     * @param useStageCache whether it shares the stage's cache instead of having its own
     */
    public record CanarySettings(
            double percentTraffic,
            String deploymentId,
            Map<String, String> stageVariableOverrides,
            boolean useStageCache) {
        public CanarySettings {
            stageVariableOverrides = Ordered.copyOf(stageVariableOverrides);
        }

        /** A canary with a cache of its own. */
        public CanarySettings(double percentTraffic, String deploymentId, Map<String, String> stageVariableOverrides) {
            this(percentTraffic, deploymentId, stageVariableOverrides, false);
        }
    }
}
