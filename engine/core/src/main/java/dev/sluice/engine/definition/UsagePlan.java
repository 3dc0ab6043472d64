package dev.sluice.engine.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may call what, how fast and how often.
 *
 * @param throttle limit for each key over all stages of the plan together
 * @param quota most requests of each key in a period
 * @param apiKeyIds the keys in this plan
 */
public record UsagePlan(
        String id,
        String name,
        String description,
        List<ApiStage> apiStages,
        Optional<ThrottleSettings> throttle,
        Optional<QuotaSettings> quota,
        List<String> apiKeyIds) {

    public UsagePlan {
        apiStages = List.copyOf(apiStages);
        apiKeyIds = List.copyOf(apiKeyIds);
    }

    /**
     * A stage that the plan opens.
     *
     * @param throttle limit for each key on single methods; the key is {@code /resource/path/METHOD}, {@code //GET} for
     *     the root
     */
    public record ApiStage(String apiId, String stage, Map<String, ThrottleSettings> throttle) {
        public ApiStage {
            throttle = Ordered.copyOf(throttle);
        }
    }
}
