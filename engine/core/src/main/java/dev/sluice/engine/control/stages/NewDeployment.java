package dev.sluice.engine.control.stages;

import java.util.Map;
import java.util.Optional;

/**
 * What CreateDeployment is asked for.
 *
 * @param stageName stage to make or to move; none freezes the API and no more
 * @param canary gives the deployment a share of an existing stage instead
 * @param variables replace the stage's, if given
 */
public record NewDeployment(
        String id,
        Optional<String> stageName,
        Optional<String> stageDescription,
        String description,
        Optional<Boolean> cacheClusterEnabled,
        Optional<String> cacheClusterSize,
        Optional<Map<String, String>> variables,
        Optional<Boolean> tracingEnabled,
        Optional<Canary> canary) {

    /** The share a canary deployment gets, 0 to 100 percent. */
    public record Canary(double percentTraffic, Map<String, String> stageVariableOverrides, boolean useStageCache) {}
}
