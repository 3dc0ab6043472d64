package dev.sluice.app.kit.strip;

import dev.sluice.engine.definition.BehaviourProfile.StageLimit;
import dev.sluice.engine.definition.BehaviourProfile.TierOrder;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.journal.ThrottleTier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The buckets that some calls have to pass, in the order in which the workspace's profile asks them. */
public final class Gates {
    private static final List<ThrottleTier> NARROWEST_FIRST = List.of(ThrottleTier.values());

    /** @param apiKeyId empty if the call brings no key */
    public record Call(String apiId, String stage, String methodKey, String apiKeyId) {}

    private Gates() {}

    /** Each bucket once, with its limit; tiers without a limit are absent. */
    public static Map<BucketId, ThrottleSettings> of(Workspace workspace, List<Call> calls) {
        var order = new ArrayList<>(NARROWEST_FIRST);
        if (workspace.profile().tierOrder() == TierOrder.ACCOUNT_FIRST) {
            order.clear();
            order.addAll(List.of(
                    ThrottleTier.ACCOUNT,
                    ThrottleTier.STAGE,
                    ThrottleTier.METHOD,
                    ThrottleTier.USAGE_PLAN_METHOD,
                    ThrottleTier.USAGE_PLAN));
        }
        var gates = new LinkedHashMap<BucketId, ThrottleSettings>();
        for (ThrottleTier tier : order) {
            for (Call call : calls) {
                gate(workspace, tier, call, gates);
            }
        }
        return Collections.unmodifiableMap(gates);
    }

    private static void gate(Workspace workspace, ThrottleTier tier, Call call, Map<BucketId, ThrottleSettings> gates) {
        switch (tier) {
            case ACCOUNT -> gates.put(BucketId.account(), workspace.account().throttle());
            case STAGE -> stageLimit(workspace, call, gates);
            case METHOD ->
                setting(workspace, call, call.methodKey())
                        .ifPresent(limit ->
                                gates.put(BucketId.method(call.apiId(), call.stage(), call.methodKey()), limit));
            case USAGE_PLAN ->
                plan(workspace, call)
                        .ifPresent(plan -> plan.throttle()
                                .ifPresent(limit -> gates.put(BucketId.usagePlan(plan.id(), call.apiKeyId()), limit)));
            case USAGE_PLAN_METHOD -> plan(workspace, call).ifPresent(plan -> planMethod(plan, call, gates));
        }
    }

    private static void stageLimit(Workspace workspace, Call call, Map<BucketId, ThrottleSettings> gates) {
        boolean shared = workspace.profile().stageLimit() == StageLimit.SHARED_BY_STAGE;
        boolean own = setting(workspace, call, call.methodKey()).isPresent();
        if (shared || !own) {
            BucketId id = shared
                    ? BucketId.stage(call.apiId(), call.stage())
                    : BucketId.stageOnMethod(call.apiId(), call.stage(), call.methodKey());
            setting(workspace, call, Stage.ALL_METHODS).ifPresent(limit -> gates.put(id, limit));
        }
    }

    private static void planMethod(UsagePlan plan, Call call, Map<BucketId, ThrottleSettings> gates) {
        plan.apiStages().stream()
                .filter(stage ->
                        stage.apiId().equals(call.apiId()) && stage.stage().equals(call.stage()))
                .map(stage -> Optional.ofNullable(stage.throttle().get(call.methodKey())))
                .flatMap(Optional::stream)
                .forEach(limit -> gates.put(
                        BucketId.usagePlanMethod(
                                plan.id(), call.apiKeyId(), call.apiId(), call.stage(), call.methodKey()),
                        limit));
    }

    private static Optional<ThrottleSettings> setting(Workspace workspace, Call call, String key) {
        return workspace
                .restApi(call.apiId())
                .flatMap(api -> api.stage(call.stage()))
                .flatMap(stage -> Optional.ofNullable(stage.methodSettings().get(key)))
                .flatMap(MethodSetting::throttle);
    }

    /** The plan through which the call's key may call its stage. */
    private static Optional<UsagePlan> plan(Workspace workspace, Call call) {
        return workspace.usagePlans().stream()
                .filter(plan -> plan.apiKeyIds().contains(call.apiKeyId()))
                .filter(plan -> plan.apiStages().stream()
                        .anyMatch(stage -> stage.apiId().equals(call.apiId())
                                && stage.stage().equals(call.stage())))
                .findFirst();
    }
}
