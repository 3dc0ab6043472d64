package dev.sluice.engine.control.usageplans;

import static dev.sluice.engine.control.ControlException.Code.BAD_REQUEST;
import static dev.sluice.engine.control.ControlException.Code.CONFLICT;
import static dev.sluice.engine.control.ControlException.Code.NOT_FOUND;
import static dev.sluice.engine.control.Patches.refuses;
import static dev.sluice.engine.control.Patches.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.QuotaSettings.Period;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.throttling.QuotaId;
import dev.sluice.engine.execution.throttling.QuotaTable;
import dev.sluice.engine.execution.throttling.Throttle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageOperationsTest {
    private static final QuotaSettings WEEKLY = new QuotaSettings(100, 0, Period.WEEK);

    private static Workspace workspace(Optional<QuotaSettings> quota) {
        return Workspace.empty("w")
                .withApiKey(new ApiKey("k1", "one", "value-of-twenty-letters-1", true))
                .withApiKey(new ApiKey("k2", "two", "value-of-twenty-letters-2", true))
                .withUsagePlan(new UsagePlan("p1", "p", "", List.of(), Optional.empty(), quota, List.of("k1")));
    }

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }

    private static void use(QuotaTable quotas, int requests, String instant) {
        quotas.with(new QuotaId("p1", "k1"), WEEKLY, counter -> {
            for (int i = 0; i < requests; i++) {
                counter.take(at(instant));
            }
            return counter;
        });
    }

    private static List<List<Long>> pairs(QuotaTable quotas, String from, String to, String now) {
        return UsageOperations.get(workspace(Optional.of(WEEKLY)), quotas, "p1", Optional.empty(), from, to, at(now))
                .values()
                .get("k1")
                .stream()
                .map(day -> List.of(day.used(), day.remaining()))
                .toList();
    }

    @Test
    void eachDayHasWhatWasUsedAndWhatRemained() {
        QuotaTable quotas = Throttle.forOneThread().quotas();
        use(quotas, 10, "2026-11-24T10:00:00Z");
        use(quotas, 5, "2026-11-24T23:59:59Z");
        use(quotas, 20, "2026-11-26T00:00:00Z");
        assertEquals(
                List.of(List.of(0L, 100L), List.of(15L, 85L), List.of(0L, 85L), List.of(20L, 65L), List.of(0L, 65L)),
                pairs(quotas, "2026-11-23", "2026-11-30", "2026-11-27T10:00:00Z"));
        assertEquals(
                List.of(List.of(0L, 65L), List.of(0L, 100L)),
                pairs(quotas, "2026-11-29", "2026-11-30", "2026-11-30T10:00:00Z"));
    }

    @Test
    void anExtensionLastsForThePeriodAndLetsTheKeyGoOn() {
        QuotaTable quotas = Throttle.forOneThread().quotas();
        use(quotas, 200, "2026-11-24T10:00:00Z");
        assertEquals(List.of(List.of(100L, 0L)), pairs(quotas, "2026-11-24", "2026-11-24", "2026-11-24T11:00:00Z"));
        var usage = UsageOperations.update(
                workspace(Optional.of(WEEKLY)),
                quotas,
                "p1",
                "k1",
                replace("/remaining", "30"),
                at("2026-11-24T12:00:00Z"));
        assertEquals(30, usage.values().get("k1").getFirst().remaining());
        assertEquals("2026-11-24", usage.startDate().toString());
        use(quotas, 200, "2026-11-25T10:00:00Z");
        assertEquals(
                List.of(List.of(100L, 30L), List.of(30L, 0L)),
                pairs(quotas, "2026-11-24", "2026-11-25", "2026-11-25T11:00:00Z"));
        use(quotas, 200, "2026-11-30T10:00:00Z");
        assertEquals(List.of(List.of(100L, 0L)), pairs(quotas, "2026-11-30", "2026-11-30", "2026-11-30T11:00:00Z"));
    }

    @Test
    void aPlanWithoutAQuotaHasNoValues() {
        QuotaTable quotas = Throttle.forOneThread().quotas();
        var usage = UsageOperations.get(
                workspace(Optional.empty()),
                quotas,
                "p1",
                Optional.empty(),
                "2026-11-24",
                "2026-11-24",
                at("2026-11-24T12:00:00Z"));
        assertEquals(true, usage.values().isEmpty());
    }

    @Test
    void keysOutsideThePlanAndDatesThatAreNoneAreRefused() {
        QuotaTable quotas = Throttle.forOneThread().quotas();
        Workspace workspace = workspace(Optional.of(WEEKLY));
        refuses(
                NOT_FOUND,
                "Invalid API Key identifier specified",
                () -> UsageOperations.get(workspace, quotas, "p1", Optional.of("k2"), "2026-11-24", "2026-11-24", 0));
        refuses(
                BAD_REQUEST,
                "Invalid startDate specified: yesterday. Must be YYYY-MM-DD",
                () -> UsageOperations.get(workspace, quotas, "p1", Optional.empty(), "yesterday", "2026-11-24", 0));
        refuses(
                BAD_REQUEST,
                "Invalid patch path  '/used' specified for op 'replace'. Must be one of: [/remaining]",
                () -> UsageOperations.update(workspace, quotas, "p1", "k1", replace("/used", "1"), 0));
    }

    @Test
    void keysJoinAndLeaveAPlan() {
        Workspace workspace = workspace(Optional.empty());
        Workspace joined =
                UsagePlanKeyOperations.create(workspace, "p1", "k2", "API_KEY").workspace();
        assertEquals(
                List.of("one", "two"),
                UsagePlanKeyOperations.list(joined, "p1", Optional.empty()).stream()
                        .map(ApiKey::name)
                        .toList());
        refuses(
                CONFLICT,
                "Usage Plan Key already exists for this Usage Plan",
                () -> UsagePlanKeyOperations.create(joined, "p1", "k2", "API_KEY"));
        assertEquals(
                List.of("k2"),
                UsagePlanKeyOperations.delete(joined, "p1", "k1")
                        .usagePlans()
                        .getFirst()
                        .apiKeyIds());
    }
}
