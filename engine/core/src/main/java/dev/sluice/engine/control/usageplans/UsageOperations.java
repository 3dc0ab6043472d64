package dev.sluice.engine.control.usageplans;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.PatchPaths;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.throttling.QuotaDay;
import dev.sluice.engine.execution.throttling.QuotaId;
import dev.sluice.engine.execution.throttling.QuotaTable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GetUsage and UpdateUsage: what keys have used of a plan's quota, a pair for each day in UTC. A plan without a quota
 * counts nothing, so it has no values. Days to come are left out (what AWS says of them is not known).
 */
public final class UsageOperations {
    private static final int MOST_DAYS = 366;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final PatchPaths PATHS = PatchPaths.replacing("/remaining");

    private UsageOperations() {}

    /**
     * What was used.
     *
     * @param values by the key's id, from the first day on
     */
    public record Usage(UsagePlan plan, LocalDate startDate, LocalDate endDate, Map<String, List<QuotaDay>> values) {}

    /**
     * GetUsage.
     *
     * @param keyId one key, all of the plan if absent
     * @param startDate {@code 2026-11-25}
     * @param endDate the last day; at most a year after the first
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public static Usage get(
            Workspace workspace,
            QuotaTable quotas,
            String planId,
            Optional<String> keyId,
            String startDate,
            String endDate,
            long nowNanos) {
        UsagePlan plan = UsagePlanOperations.get(workspace, planId);
        keyId.ifPresent(id -> UsagePlanKeyOperations.get(workspace, planId, id));
        LocalDate start = date("startDate", startDate);
        LocalDate end = date("endDate", endDate);
        if (end.isBefore(start) || end.toEpochDay() - start.toEpochDay() >= MOST_DAYS) {
            throw ControlException.badRequest(
                    "Invalid date range specified: endDate must not be before startDate, and at" + " most " + MOST_DAYS
                            + " days in all");
        }
        long last = Math.min(end.toEpochDay(), Math.floorDiv(nowNanos, NANOS_PER_DAY));
        var values = new LinkedHashMap<String, List<QuotaDay>>();
        plan.quota()
                .ifPresent(quota -> keyId.map(List::of)
                        .orElse(plan.apiKeyIds())
                        .forEach(id -> values.put(
                                id,
                                quotas.with(
                                        new QuotaId(planId, id),
                                        quota,
                                        counter -> counter.days(start.toEpochDay(), last, nowNanos)))));
        return new Usage(plan, start, end, values);
    }

    /** UpdateUsage: {@code /remaining} says how many requests the key may still make in the period of now. */
    public static Usage update(
            Workspace workspace,
            QuotaTable quotas,
            String planId,
            String keyId,
            List<PatchOperation> operations,
            long nowNanos) {
        PatchOperation.check(operations, "updateUsageInput");
        UsagePlanKeyOperations.get(workspace, planId, keyId);
        UsagePlan plan = UsagePlanOperations.get(workspace, planId);
        QuotaSettings quota =
                plan.quota().orElseThrow(() -> ControlException.badRequest("Usage Plan " + planId + " has no quota"));
        Optional<Integer> remaining = Optional.empty();
        for (PatchOperation operation : operations) {
            PATHS.check(operation);
            remaining = Optional.of(PatchValue.whole(operation, Integer.MAX_VALUE));
        }
        if (remaining.isPresent()) {
            int granted = remaining.get();
            quotas.with(new QuotaId(planId, keyId), quota, counter -> {
                counter.extend(granted, nowNanos);
                return counter;
            });
        }
        String today =
                LocalDate.ofEpochDay(Math.floorDiv(nowNanos, NANOS_PER_DAY)).toString();
        return get(workspace, quotas, planId, Optional.of(keyId), today, today, nowNanos);
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ControlException.badRequest("Invalid " + name + " specified: " + text + ". Must be YYYY-MM-DD");
        }
    }
}
