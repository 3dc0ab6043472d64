package dev.sluice.engine.journal;

/** The levels at which a request can be throttled, the narrowest first (data-plane section 6.2). */
public enum ThrottleTier {
    /** One key on one method of a plan's stage. */
    USAGE_PLAN_METHOD,
    /** One key over all stages of its plan. */
    USAGE_PLAN,
    /** One method of a stage, all callers. */
    METHOD,
    /** A stage's own limit: a bucket for each method or one for all, as the behaviour profile says. */
    STAGE,
    /** All APIs of the account in the Region. */
    ACCOUNT
}
