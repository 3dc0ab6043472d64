package dev.sluice.app.kit.tank;

import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.UsagePlan.ApiStage;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.journal.BucketId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** New numbers for the limit behind a bucket, wherever in the workspace that limit is written. */
public record LimitChange(BucketId bucket, ThrottleSettings limit) implements UnaryOperator<Workspace> {

    /** The workspace with the limit changed; the same workspace if what held the limit is gone. */
    @Override
    public Workspace apply(Workspace workspace) {
        return switch (bucket.tier()) {
            case USAGE_PLAN_METHOD -> onPlan(workspace, this::withMethodLimit);
            case USAGE_PLAN -> onPlan(workspace, this::withPlanLimit);
            case METHOD -> onStage(workspace, bucket.methodKey());
            case STAGE -> onStage(workspace, Stage.ALL_METHODS);
            case ACCOUNT -> workspace.withAccount(workspace.account().withThrottle(limit));
        };
    }

    private Workspace onPlan(Workspace workspace, UnaryOperator<UsagePlan> change) {
        return workspace
                .usagePlan(bucket.usagePlanId())
                .map(plan -> workspace.withUsagePlan(change.apply(plan)))
                .orElse(workspace);
    }

    private UsagePlan withPlanLimit(UsagePlan plan) {
        return with(plan, plan.apiStages(), Optional.of(limit));
    }

    private UsagePlan withMethodLimit(UsagePlan plan) {
        List<ApiStage> stages =
                plan.apiStages().stream().map(this::withMethodLimit).toList();
        return with(plan, stages, plan.throttle());
    }

    private ApiStage withMethodLimit(ApiStage stage) {
        if (!stage.apiId().equals(bucket.apiId()) || !stage.stage().equals(bucket.stage())) {
            return stage;
        }
        var throttle = new LinkedHashMap<>(stage.throttle());
        throttle.put(bucket.methodKey(), limit);
        return new ApiStage(stage.apiId(), stage.stage(), throttle);
    }

    private static UsagePlan with(UsagePlan plan, List<ApiStage> stages, Optional<ThrottleSettings> throttle) {
        return plan.withApiStages(stages).withThrottle(throttle);
    }

    private Workspace onStage(Workspace workspace, String settingKey) {
        Optional<RestApi> api = workspace.restApi(bucket.apiId());
        Optional<Stage> stage = api.flatMap(found -> found.stage(bucket.stage()));
        if (api.isEmpty() || stage.isEmpty()) {
            return workspace;
        }
        MethodSetting old = stage.get().methodSettings().getOrDefault(settingKey, MethodSetting.NONE);
        Stage changed = stage.get().withMethodSetting(settingKey, old.withThrottle(Optional.of(limit)));
        return workspace.withRestApi(api.get().withStage(changed));
    }
}
