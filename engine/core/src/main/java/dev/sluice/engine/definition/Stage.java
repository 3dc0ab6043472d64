package dev.sluice.engine.definition;

import java.util.LinkedHashMap;
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
        Optional<AccessLogSettings> accessLogSettings,
        StageNotes notes) {

    /** Key of the settings that hold for every method without its own. */
    public static final String ALL_METHODS = "*/*";

    public Stage {
        methodSettings = Ordered.copyOf(methodSettings);
        variables = Ordered.copyOf(variables);
    }

    /** A stage without notes. */
    public Stage(
            String stageName,
            String deploymentId,
            String description,
            Map<String, MethodSetting> methodSettings,
            Map<String, String> variables,
            Optional<CanarySettings> canarySettings,
            boolean tracingEnabled,
            Optional<String> cacheClusterSize,
            Optional<AccessLogSettings> accessLogSettings) {
        this(
                stageName,
                deploymentId,
                description,
                methodSettings,
                variables,
                canarySettings,
                tracingEnabled,
                cacheClusterSize,
                accessLogSettings,
                StageNotes.NONE);
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
        var settings = new LinkedHashMap<>(methodSettings);
        settings.put(key, setting);
        return withMethodSettings(settings);
    }

    public Stage withMethodSettings(Map<String, MethodSetting> newSettings) {
        return new Stage(
                stageName,
                deploymentId,
                description,
                newSettings,
                variables,
                canarySettings,
                tracingEnabled,
                cacheClusterSize,
                accessLogSettings,
                notes);
    }

    public Stage withDeploymentId(String newDeploymentId) {
        return new Stage(
                stageName,
                newDeploymentId,
                description,
                methodSettings,
                variables,
                canarySettings,
                tracingEnabled,
                cacheClusterSize,
                accessLogSettings,
                notes);
    }

    public Stage withDescription(String newDescription) {
        return new Stage(
                stageName,
                deploymentId,
                newDescription,
                methodSettings,
                variables,
                canarySettings,
                tracingEnabled,
                cacheClusterSize,
                accessLogSettings,
                notes);
    }

    public Stage withVariables(Map<String, String> newVariables) {
        return new Stage(
                stageName,
                deploymentId,
                description,
                methodSettings,
                newVariables,
                canarySettings,
                tracingEnabled,
                cacheClusterSize,
                accessLogSettings,
                notes);
    }

    public Stage withCanarySettings(Optional<CanarySettings> newCanary) {
        return new Stage(
                stageName,
                deploymentId,
                description,
                methodSettings,
                variables,
                newCanary,
                tracingEnabled,
                cacheClusterSize,
                accessLogSettings,
                notes);
    }

    public Stage withTracingEnabled(boolean enabled) {
        return new Stage(
                stageName,
                deploymentId,
                description,
                methodSettings,
                variables,
                canarySettings,
                enabled,
                cacheClusterSize,
                accessLogSettings,
                notes);
    }

    public Stage withCacheClusterSize(Optional<String> newSize) {
        return new Stage(
                stageName,
                deploymentId,
                description,
                methodSettings,
                variables,
                canarySettings,
                tracingEnabled,
                newSize,
                accessLogSettings,
                notes);
    }

    public Stage withAccessLogSettings(Optional<AccessLogSettings> newSettings) {
        return new Stage(
                stageName,
                deploymentId,
                description,
                methodSettings,
                variables,
                canarySettings,
                tracingEnabled,
                cacheClusterSize,
                newSettings,
                notes);
    }

    public Stage withNotes(StageNotes newNotes) {
        return new Stage(
                stageName,
                deploymentId,
                description,
                methodSettings,
                variables,
                canarySettings,
                tracingEnabled,
                cacheClusterSize,
                accessLogSettings,
                newNotes);
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
