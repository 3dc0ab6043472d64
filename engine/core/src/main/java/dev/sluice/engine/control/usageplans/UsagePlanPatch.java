package dev.sluice.engine.control.usageplans;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.PatchPaths;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.QuotaSettings.Period;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.UsagePlan.ApiStage;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan under patches, one after the other. A throttle's number that was never given is 0, and a quota's period DAY
 * until another is set.
 */
final class UsagePlanPatch {
    private static final String STAGES = "/apiStages";
    private static final List<String> SETTABLE = List.of(
            "/name",
            "/description",
            "/productCode",
            "/throttle/rateLimit",
            "/throttle/burstLimit",
            "/quota/limit",
            "/quota/offset",
            "/quota/period");
    private static final PatchPaths PATHS = new PatchPaths(Map.of(
            "add",
            SETTABLE.subList(2, SETTABLE.size()),
            "replace",
            SETTABLE,
            "remove",
            List.of("/productCode", "/throttle", "/quota")));

    private final Workspace workspace;
    private UsagePlan plan;

    UsagePlanPatch(Workspace workspace, UsagePlan plan) {
        this.workspace = workspace;
        this.plan = plan;
    }

    UsagePlan plan() {
        return plan;
    }

    void apply(PatchOperation operation) {
        String path = operation.path().orElseThrow(operation::wrongPath);
        if (path.equals(STAGES)) {
            changeStages(operation);
        } else if (path.startsWith(STAGES + "/")) {
            StagePatch.of(path.substring(STAGES.length() + 1), plan)
                    .orElseThrow(() -> PATHS.wrong(operation))
                    .apply(operation)
                    .ifPresentOrElse(changed -> plan = changed, () -> {
                        throw PATHS.wrong(operation);
                    });
        } else if (operation.op().equals("remove")) {
            plan = without(PATHS.check(operation));
        } else {
            plan = with(PATHS.check(operation), operation);
        }
    }

    private UsagePlan without(String path) {
        return switch (path) {
            case "/throttle" -> plan.withThrottle(Optional.empty());
            case "/quota" -> plan.withQuota(Optional.empty());
            default -> plan.withNames(plan.name(), plan.description(), "");
        };
    }

    private UsagePlan with(String path, PatchOperation operation) {
        return switch (path) {
            case "/name" -> plan.withNames(name(operation), plan.description(), plan.productCode());
            case "/description" -> plan.withNames(plan.name(), PatchValue.text(operation), plan.productCode());
            case "/productCode" -> plan.withNames(plan.name(), plan.description(), PatchValue.text(operation));
            case "/throttle/rateLimit", "/throttle/burstLimit" ->
                plan.withThrottle(Optional.of(throttle(plan.throttle(), path, operation)));
            default -> plan.withQuota(Optional.of(quota(path, operation)));
        };
    }

    private static String name(PatchOperation operation) {
        String name = PatchValue.text(operation);
        if (name.isEmpty()) {
            throw ControlException.badRequest("Usage Plan name cannot be blank");
        }
        return name;
    }

    /** The throttle with the number at the path's end changed. */
    static ThrottleSettings throttle(Optional<ThrottleSettings> before, String path, PatchOperation operation) {
        ThrottleSettings old = before.orElse(new ThrottleSettings("0", 0));
        return path.endsWith("/rateLimit")
                ? new ThrottleSettings(PatchValue.decimal(operation), old.burstLimit())
                : new ThrottleSettings(old.rateLimit(), PatchValue.whole(operation, Limits.MOST_BURST));
    }

    private QuotaSettings quota(String path, PatchOperation operation) {
        QuotaSettings old = plan.quota().orElse(new QuotaSettings(0, 0, Period.DAY));
        return switch (path) {
            case "/quota/limit" ->
                new QuotaSettings(PatchValue.whole(operation, Integer.MAX_VALUE), old.offset(), old.period());
            case "/quota/offset" ->
                new QuotaSettings(old.limit(), PatchValue.whole(operation, Integer.MAX_VALUE), old.period());
            default -> new QuotaSettings(old.limit(), old.offset(), Limits.period(PatchValue.text(operation)));
        };
    }

    /** Adds or takes away a stage, {@code apiId:stage}. One that is there already stays as it is. */
    private void changeStages(PatchOperation operation) {
        boolean adds = operation.op().equals("add");
        if (!adds && !operation.op().equals("remove")) {
            throw PATHS.wrong(operation);
        }
        String value = operation.value().orElse("");
        int colon = value.indexOf(':');
        if (colon <= 0 || colon == value.length() - 1) {
            throw ControlException.badRequest("Invalid API Stage specified");
        }
        String apiId = value.substring(0, colon);
        String stage = value.substring(colon + 1);
        var stages = new ArrayList<>(plan.apiStages());
        boolean isThere = stages.stream().anyMatch(old -> isStage(old, apiId, stage));
        if (adds) {
            UsagePlanOperations.checkStage(workspace, plan.id(), apiId, stage);
            if (!isThere) {
                stages.add(new ApiStage(apiId, stage, Map.of()));
            }
        } else if (isThere) {
            stages.removeIf(old -> isStage(old, apiId, stage));
        } else {
            throw UsagePlanOperations.unknownStage(plan.id(), apiId, stage);
        }
        plan = plan.withApiStages(stages);
    }

    static boolean isStage(ApiStage apiStage, String apiId, String stage) {
        return apiStage.apiId().equals(apiId) && apiStage.stage().equals(stage);
    }
}
