package dev.sluice.engine.control.usageplans;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.UsagePlan.ApiStage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A patch below {@code /apiStages/apiId:stage/throttle}: all throttles of the stage at once as JSON, one method's, or
 * one number of a method's.
 *
 * @param below what follows {@code /throttle}, as it was written
 */
record StagePatch(UsagePlan plan, ApiStage stage, String below) {
    private static final String THROTTLE = "/throttle";

    /**
     * Finds the stage that a path means.
     *
     * @param path what follows {@code /apiStages/}
     * @return absent if the path has another form
     * @throws ControlException if the plan has no such stage
     */
    static Optional<StagePatch> of(String path, UsagePlan plan) {
        int slash = path.indexOf('/');
        int colon = path.indexOf(':');
        if (colon <= 0 || slash < colon || !path.startsWith(THROTTLE, slash)) {
            return Optional.empty();
        }
        String apiId = path.substring(0, colon);
        String name = path.substring(colon + 1, slash);
        String below = path.substring(slash + THROTTLE.length());
        if (!below.isEmpty() && !below.startsWith("/")) {
            return Optional.empty();
        }
        ApiStage stage = plan.apiStages().stream()
                .filter(found -> UsagePlanPatch.isStage(found, apiId, name))
                .findFirst()
                .orElseThrow(() -> UsagePlanOperations.unknownStage(plan.id(), apiId, name));
        return Optional.of(new StagePatch(plan, stage, below));
    }

    /** The plan patched; absent if there is no such operation. */
    Optional<UsagePlan> apply(PatchOperation operation) {
        boolean removes = operation.op().equals("remove");
        if (!removes && !operation.op().equals("add") && !operation.op().equals("replace")) {
            return Optional.empty();
        }
        if (below.isEmpty()) {
            return Optional.of(with(removes ? Map.of() : all(operation)));
        }
        boolean oneNumber = below.endsWith("/rateLimit") || below.endsWith("/burstLimit");
        if (oneNumber == removes) {
            return Optional.empty();
        }
        String method = below.substring(1, oneNumber ? Math.max(1, below.lastIndexOf('/')) : below.length());
        return MethodKey.of(method).map(key -> removes ? without(key) : with(key, operation));
    }

    private UsagePlan with(String key, PatchOperation operation) {
        var throttles = new LinkedHashMap<>(stage.throttle());
        throttles.put(key, UsagePlanPatch.throttle(Optional.ofNullable(throttles.get(key)), below, operation));
        return with(throttles);
    }

    private UsagePlan without(String key) {
        var throttles = new LinkedHashMap<>(stage.throttle());
        if (throttles.remove(key) == null) {
            throw ControlException.notFound("Invalid method throttle specified: " + key);
        }
        return with(throttles);
    }

    private UsagePlan with(Map<String, ThrottleSettings> throttles) {
        var changed = new ApiStage(stage.apiId(), stage.stage(), throttles);
        List<ApiStage> stages = new ArrayList<>(plan.apiStages());
        stages.replaceAll(old -> UsagePlanPatch.isStage(old, stage.apiId(), stage.stage()) ? changed : old);
        return plan.withApiStages(stages);
    }

    /** All throttles of the stage from one JSON object (CloudFormation's form). */
    private static Map<String, ThrottleSettings> all(PatchOperation operation) {
        var throttles = new LinkedHashMap<String, ThrottleSettings>();
        for (Map.Entry<String, JsonNode> member : Json.readObject(PatchValue.text(operation))
                .orElseThrow(() -> ControlException.badRequest("Invalid method throttles specified: no JSON object"))
                .properties()) {
            throttles.put(
                    member.getKey(),
                    Limits.throttle(number(member.getValue(), "rateLimit"), number(member.getValue(), "burstLimit")));
        }
        return UsagePlanOperations.throttles(throttles);
    }

    private static Optional<BigDecimal> number(JsonNode throttle, String name) {
        JsonNode number = throttle.path(name);
        if (number.isMissingNode() || number.isNull()) {
            return Optional.empty();
        }
        if (!number.isNumber()) {
            throw ControlException.badRequest("Invalid throttle " + name + " specified: " + number);
        }
        return Optional.of(number.decimalValue());
    }
}
