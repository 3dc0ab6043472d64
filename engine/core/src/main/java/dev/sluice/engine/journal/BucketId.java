package dev.sluice.engine.journal;

/**
 * Which bucket: the tier and whatever tells buckets of that tier apart. Parts that do not apply are empty.
 *
 * @param methodKey {@code /resource/path/METHOD}, as in a stage's method settings
 */
public record BucketId(
        ThrottleTier tier, String usagePlanId, String apiKeyId, String apiId, String stage, String methodKey) {

    public static BucketId account() {
        return new BucketId(ThrottleTier.ACCOUNT, "", "", "", "", "");
    }

    /** The bucket that all methods of the stage share. */
    public static BucketId stage(String apiId, String stage) {
        return new BucketId(ThrottleTier.STAGE, "", "", apiId, stage, "");
    }

    /** The stage's limit as copied to one method. */
    public static BucketId stageOnMethod(String apiId, String stage, String methodKey) {
        return new BucketId(ThrottleTier.STAGE, "", "", apiId, stage, methodKey);
    }

    public static BucketId method(String apiId, String stage, String methodKey) {
        return new BucketId(ThrottleTier.METHOD, "", "", apiId, stage, methodKey);
    }

    public static BucketId usagePlan(String usagePlanId, String apiKeyId) {
        return new BucketId(ThrottleTier.USAGE_PLAN, usagePlanId, apiKeyId, "", "", "");
    }

    public static BucketId usagePlanMethod(
            String usagePlanId, String apiKeyId, String apiId, String stage, String methodKey) {
        return new BucketId(ThrottleTier.USAGE_PLAN_METHOD, usagePlanId, apiKeyId, apiId, stage, methodKey);
    }
}
