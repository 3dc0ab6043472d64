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
 * @param productCode the plan's product at AWS Marketplace, may be empty
 */
public record UsagePlan(
        String id,
        String name,
        String description,
        List<ApiStage> apiStages,
        Optional<ThrottleSettings> throttle,
        Optional<QuotaSettings> quota,
        List<String> apiKeyIds,
        String productCode,
        Map<String, String> tags) {

    public UsagePlan {
        apiStages = List.copyOf(apiStages);
        apiKeyIds = List.copyOf(apiKeyIds);
        tags = Ordered.copyOf(tags);
    }

    /** A plan without a product and tags. */
    public UsagePlan(
            String id,
            String name,
            String description,
            List<ApiStage> apiStages,
            Optional<ThrottleSettings> throttle,
            Optional<QuotaSettings> quota,
            List<String> apiKeyIds) {
        this(id, name, description, apiStages, throttle, quota, apiKeyIds, "", Map.of());
    }

    public UsagePlan withNames(String newName, String newDescription, String newProductCode) {
        return new UsagePlan(id, newName, newDescription, apiStages, throttle, quota, apiKeyIds, newProductCode, tags);
    }

    public UsagePlan withApiStages(List<ApiStage> newApiStages) {
        return new UsagePlan(id, name, description, newApiStages, throttle, quota, apiKeyIds, productCode, tags);
    }

    public UsagePlan withThrottle(Optional<ThrottleSettings> newThrottle) {
        return new UsagePlan(id, name, description, apiStages, newThrottle, quota, apiKeyIds, productCode, tags);
    }

    public UsagePlan withQuota(Optional<QuotaSettings> newQuota) {
        return new UsagePlan(id, name, description, apiStages, throttle, newQuota, apiKeyIds, productCode, tags);
    }

    public UsagePlan withApiKeyIds(List<String> newApiKeyIds) {
        return new UsagePlan(id, name, description, apiStages, throttle, quota, newApiKeyIds, productCode, tags);
    }

    public UsagePlan withTags(Map<String, String> newTags) {
        return new UsagePlan(id, name, description, apiStages, throttle, quota, apiKeyIds, productCode, newTags);
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
