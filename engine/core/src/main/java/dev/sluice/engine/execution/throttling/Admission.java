package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.journal.ThrottleDecision;
import dev.sluice.engine.journal.TierReading;
import dev.sluice.engine.journal.TierReading.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the throttle said to one request. It keeps each tier's limit and debt as they were, one reference and one
 * {@code long} a tier, and works out the readings when somebody looks.
 */
public final class Admission implements ThrottleDecision {
    /** The decision on a request without quota or tiers: it passes. */
    public static final Admission UNLIMITED =
            new Admission(new TokenBucket[0], new BucketLimit[0], new long[0], 0, 0, 0, null);

    private final TokenBucket[] tiers;
    private final BucketLimit[] limits;
    private final long[] debts;
    private final int passed;
    private final int charged;
    private final long nowNanos;
    private final @Nullable OverQuota overQuota;

    /**
     * @param debts credits each tier lacked before the decision
     * @param passed how many tiers, counted from the first, said yes
     * @param charged how many of them kept a token
     */
    Admission(
            TokenBucket[] tiers,
            BucketLimit[] limits,
            long[] debts,
            int passed,
            int charged,
            long nowNanos,
            @Nullable OverQuota overQuota) {
        this.tiers = tiers;
        this.limits = limits;
        this.debts = debts;
        this.passed = passed;
        this.charged = charged;
        this.nowNanos = nowNanos;
        this.overQuota = overQuota;
    }

    @Override
    public boolean admitted() {
        return overQuota == null && passed == tiers.length;
    }

    /** The quota, if it was that which said no; then no tier was reached. */
    public Optional<OverQuota> overQuota() {
        return Optional.ofNullable(overQuota);
    }

    @Override
    public List<TierReading> readings() {
        var readings = new ArrayList<TierReading>(tiers.length);
        for (int i = 0; i < tiers.length; i++) {
            readings.add(reading(i));
        }
        return readings;
    }

    @Override
    public Optional<TierReading> refusedBy() {
        return admitted() || overQuota != null ? Optional.empty() : Optional.of(reading(passed));
    }

    private TierReading reading(int tier) {
        BucketLimit limit = limits[tier];
        long debt = debts[tier];
        long debtAfter = tier < charged ? debt + limit.creditsPerToken() : debt;
        return new TierReading(
                tiers[tier].id(),
                limit.settings(),
                result(tier),
                limit.tokens(debt),
                limit.tokens(debtAfter),
                limit.nanosToToken(debt, nowNanos));
    }

    private Result result(int tier) {
        if (overQuota != null || tier > passed) {
            return Result.NOT_REACHED;
        }
        return tier < passed ? Result.PASSED : Result.REFUSED;
    }

    @Override
    public String toString() {
        return (admitted() ? "admitted " : "refused ") + readings();
    }
}
