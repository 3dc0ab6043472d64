package dev.sluice.engine.definition;

/**
 * Where AWS, the article this product was asked for and the undocumented differ, one switch each. No code asks which
 * preset a workspace has; it asks the switch.
 *
 * @param tierOrder which limit is looked at first (data-plane section 6.2 against the article)
 * @param charging what a refused request costs (undocumented)
 * @param stageLimit what the {@code *}{@code /*} entry of a stage limits (data-plane section 6.2)
 * @param trailingSlash whether {@code /users/} is {@code /users} (data-plane section 4 against the article)
 * @param timeoutCeiling whether an integration may ask for more than 29 s (data-plane section 18 against the article)
 * @param logWording which words the execution log uses for throttling (data-plane section 13 against the article)
 * @param unhealthyVpcLink what a VPC link without a healthy target answers (data-plane section 18 against the article)
 */
public record BehaviourProfile(
        TierOrder tierOrder,
        Charging charging,
        StageLimit stageLimit,
        TrailingSlash trailingSlash,
        TimeoutCeiling timeoutCeiling,
        LogWording logWording,
        UnhealthyVpcLink unhealthyVpcLink) {

    /** What AWS documents or was recorded doing. */
    public static final BehaviourProfile AWS = new BehaviourProfile(
            TierOrder.USAGE_PLAN_FIRST,
            Charging.ALL_OR_NOTHING,
            StageLimit.COPIED_TO_EACH_METHOD,
            TrailingSlash.IGNORED,
            TimeoutCeiling.RAISABLE,
            LogWording.AWS,
            UnhealthyVpcLink.NETWORK_ERROR_504);

    /** Exactly what the article says. */
    public static final BehaviourProfile ARTICLE = new BehaviourProfile(
            TierOrder.ACCOUNT_FIRST,
            Charging.ALL_OR_NOTHING,
            StageLimit.SHARED_BY_STAGE,
            TrailingSlash.ANOTHER_PATH,
            TimeoutCeiling.FIXED_29_SECONDS,
            LogWording.ARTICLE,
            UnhealthyVpcLink.SERVICE_UNAVAILABLE_503);

    public enum TierOrder {
        /** Usage plan and method, usage plan, method or stage, account: AWS's request-throttling page. */
        USAGE_PLAN_FIRST,
        /** Account, stage, method, usage plan: the article. */
        ACCOUNT_FIRST
    }

    public enum Charging {
        /** A refused request costs no token anywhere. */
        ALL_OR_NOTHING,
        /** Each tier passed before the refusal keeps the token it took. */
        SEQUENTIAL
    }

    public enum StageLimit {
        /** Each method without a setting of its own gets its own bucket of the stage's size. */
        COPIED_TO_EACH_METHOD,
        /** One bucket for the whole stage, looked at besides the method's own. */
        SHARED_BY_STAGE
    }

    public enum TrailingSlash {
        IGNORED,
        ANOTHER_PATH
    }

    public enum TimeoutCeiling {
        RAISABLE,
        FIXED_29_SECONDS
    }

    public enum LogWording {
        AWS,
        ARTICLE
    }

    public enum UnhealthyVpcLink {
        /** 504 {@code Network error communicating with endpoint}, as recorded on REST APIs. */
        NETWORK_ERROR_504,
        /** 503 {@code Service Unavailable}, as the article says. */
        SERVICE_UNAVAILABLE_503
    }
}
