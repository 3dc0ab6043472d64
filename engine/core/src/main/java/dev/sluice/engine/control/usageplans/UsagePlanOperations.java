package dev.sluice.engine.control.usageplans;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.NewId;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.UsagePlan.ApiStage;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Create, get, list, update and delete usage plans.
 *
 * <p>Every operation throws {@link ControlException} with AWS's words if it cannot be done, and has changed nothing.
 */
public final class UsagePlanOperations {
    private UsagePlanOperations() {}

    /** What CreateUsagePlan is asked for; keys of the stages' throttles in any spelling. */
    public record NewPlan(
            String name,
            String description,
            List<ApiStage> apiStages,
            Optional<ThrottleSettings> throttle,
            Optional<QuotaSettings> quota,
            Map<String, String> tags) {}

    /**
     * CreateUsagePlan.
     *
     * @param ids ids of six letters, another one each time
     */
    public static Change<UsagePlan> create(Workspace workspace, NewPlan asked, Supplier<String> ids) {
        if (asked.name().isEmpty()) {
            throw ControlException.badRequest("Usage Plan name cannot be blank");
        }
        String id = NewId.unused(ids, text -> workspace.usagePlan(text).isPresent());
        var stages = new ArrayList<ApiStage>();
        for (ApiStage stage : asked.apiStages()) {
            checkStage(workspace, id, stage.apiId(), stage.stage());
            stages.add(new ApiStage(stage.apiId(), stage.stage(), throttles(stage.throttle())));
        }
        var plan = new UsagePlan(
                id,
                asked.name(),
                asked.description(),
                stages,
                asked.throttle(),
                asked.quota(),
                List.of(),
                "",
                asked.tags());
        return new Change<>(workspace.withUsagePlan(plan), plan);
    }

    /** GetUsagePlan. */
    public static UsagePlan get(Workspace workspace, String id) {
        return workspace.usagePlan(id).orElseThrow(() -> ControlException.notFound("Invalid Usage Plan ID specified"));
    }

    /**
     * GetUsagePlans.
     *
     * @param keyId lists only the plans of this key
     */
    public static List<UsagePlan> list(Workspace workspace, Optional<String> keyId) {
        return workspace.usagePlans().stream()
                .filter(plan -> keyId.isEmpty() || plan.apiKeyIds().contains(keyId.get()))
                .toList();
    }

    /** UpdateUsagePlan: all operations or none. */
    public static Change<UsagePlan> update(Workspace workspace, String id, List<PatchOperation> operations) {
        PatchOperation.check(operations, "updateUsagePlanInput");
        var patch = new UsagePlanPatch(workspace, get(workspace, id));
        operations.forEach(patch::apply);
        UsagePlan changed = patch.plan();
        return new Change<>(workspace.withUsagePlan(changed), changed);
    }

    /** DeleteUsagePlan: its keys stay, and open nothing by this plan any more. */
    public static Workspace delete(Workspace workspace, String id) {
        get(workspace, id);
        return workspace.withUsagePlans(workspace.usagePlans().stream()
                .filter(plan -> !plan.id().equals(id))
                .toList());
    }

    static void checkStage(Workspace workspace, String planId, String apiId, String stage) {
        if (workspace.restApi(apiId).flatMap(api -> api.stage(stage)).isEmpty()) {
            throw unknownStage(planId, apiId, stage);
        }
    }

    static ControlException unknownStage(String planId, String apiId, String stage) {
        return ControlException.notFound(
                "Invalid API Stage {api: " + apiId + ", stage: " + stage + "} specified for usageplan " + planId);
    }

    /** Throttles by the keys as plans keep them. */
    static Map<String, ThrottleSettings> throttles(Map<String, ThrottleSettings> asked) {
        var throttles = new LinkedHashMap<String, ThrottleSettings>();
        asked.forEach((text, throttle) -> throttles.put(
                MethodKey.of(text)
                        .orElseThrow(
                                () -> ControlException.badRequest("Invalid method throttle path specified: " + text)),
                throttle));
        return throttles;
    }
}
