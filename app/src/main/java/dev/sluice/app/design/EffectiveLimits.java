package dev.sluice.app.design;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.Names;
import dev.sluice.engine.definition.BehaviourProfile.StageLimit;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.journal.ThrottleTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every throttle a request to one method meets on one stage, in the order in which they are looked at. */
final class EffectiveLimits {
    private final Workspace workspace;
    private final String apiId;
    private final Stage stage;
    private final String methodKey;
    private final Optional<String> planIgnored;
    private final List<EffectiveLimit> limits = new ArrayList<>();

    private EffectiveLimits(Workspace workspace, String apiId, Stage stage, String methodKey, boolean keyRequired) {
        this.workspace = workspace;
        this.apiId = apiId;
        this.stage = stage;
        this.methodKey = methodKey;
        planIgnored = keyRequired ? Optional.empty() : Optional.of(text("limits.noKey"));
    }

    /** @param methodKey as in a stage's method settings: {@code /users/GET} */
    static List<EffectiveLimit> of(
            Workspace workspace, String apiId, Stage stage, String methodKey, boolean keyRequired) {
        var limits = new EffectiveLimits(workspace, apiId, stage, methodKey, keyRequired);
        switch (workspace.profile().tierOrder()) {
            case USAGE_PLAN_FIRST -> {
                limits.addPlans();
                limits.addMethod();
                limits.addStage();
                limits.addAccount();
            }
            case ACCOUNT_FIRST -> {
                limits.addAccount();
                limits.addStage();
                limits.addMethod();
                limits.addPlans();
            }
        }
        return limits.limits;
    }

    private void addPlans() {
        for (UsagePlan plan : workspace.usagePlans()) {
            for (UsagePlan.ApiStage apiStage : plan.apiStages()) {
                if (apiStage.apiId().equals(apiId) && apiStage.stage().equals(stage.stageName())) {
                    addPlan(plan, apiStage);
                }
            }
        }
    }

    private void addPlan(UsagePlan plan, UsagePlan.ApiStage apiStage) {
        Optional<ThrottleSettings> onMethod =
                Optional.ofNullable(apiStage.throttle().get(methodKey));
        onMethod.ifPresent(throttle -> add(
                ThrottleTier.USAGE_PLAN_METHOD,
                plan.name(),
                throttle,
                text("limits.byKeyOnMethod"),
                text("limits.setInPlanStage", plan.name(), Names.method(methodKey)),
                planIgnored));
        plan.throttle()
                .ifPresent(throttle -> add(
                        ThrottleTier.USAGE_PLAN,
                        plan.name(),
                        throttle,
                        text("limits.byKey"),
                        text("limits.setInPlan", plan.name()),
                        planIgnored));
    }

    private void addMethod() {
        throttle(methodKey)
                .ifPresent(throttle -> add(
                        ThrottleTier.METHOD,
                        "",
                        throttle,
                        text("limits.byMethod"),
                        text("limits.setInMethod", stage.stageName(), Names.method(methodKey)),
                        Optional.empty()));
    }

    private void addStage() {
        boolean shared = workspace.profile().stageLimit() == StageLimit.SHARED_BY_STAGE;
        Optional<String> ignored = !shared && throttle(methodKey).isPresent()
                ? Optional.of(text("limits.methodInstead"))
                : Optional.empty();
        throttle(Stage.ALL_METHODS)
                .ifPresent(throttle -> add(
                        ThrottleTier.STAGE,
                        "",
                        throttle,
                        text(shared ? "limits.byStage" : "limits.byMethod"),
                        text("limits.setInStage", stage.stageName()),
                        ignored));
    }

    private void addAccount() {
        add(
                ThrottleTier.ACCOUNT,
                "",
                workspace.account().throttle(),
                text("limits.byAccount"),
                text("limits.setInAccount", workspace.account().region()),
                Optional.empty());
    }

    private Optional<ThrottleSettings> throttle(String key) {
        return Optional.ofNullable(stage.methodSettings().get(key)).flatMap(MethodSetting::throttle);
    }

    private void add(
            ThrottleTier tier,
            String owner,
            ThrottleSettings throttle,
            String sharedBy,
            String setIn,
            Optional<String> ignored) {
        limits.add(new EffectiveLimit(tier, owner, throttle, sharedBy, setIn, ignored));
    }
}
