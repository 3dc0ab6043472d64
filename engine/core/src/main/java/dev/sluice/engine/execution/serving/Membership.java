package dev.sluice.engine.execution.serving;

import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.execution.throttling.QuotaCounter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key's place in a plan for one stage. One object for each, compared by identity: chains of buckets hang on it. */
public final class Membership {
    private final Limits.PlanStage planStage;
    private final @Nullable QuotaCounter quota;

    Membership(Limits.PlanStage planStage, Optional<QuotaCounter> quota) {
        this.planStage = planStage;
        this.quota = quota.orElse(null);
    }

    public Limits.PlanStage planStage() {
        return planStage;
    }

    public UsagePlan plan() {
        return planStage.plan();
    }

    public String apiKeyId() {
        return planStage.apiKeyId();
    }

    /** The key's count in this plan, shared by all stages of the plan. */
    public @Nullable QuotaCounter quota() {
        return quota;
    }
}
