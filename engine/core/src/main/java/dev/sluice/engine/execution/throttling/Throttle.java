package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.definition.BehaviourProfile.Charging;
import org.jspecify.annotations.Nullable;

/**
 * The decision whether a request passes its quota and all its token buckets.
 *
 * <p>The quota is asked first, then the tiers in the given order; the first that says no ends it. Under
 * {@link Charging#ALL_OR_NOTHING} a refused request costs nothing anywhere, so the order only decides who takes the
 * blame; under {@link Charging#SEQUENTIAL} each tier passed before the refusal keeps the token it took. A request that
 * a tier refuses never counts against the quota (data-plane section 6.3).
 *
 * <p>A decision over several buckets has to be one, and every request of an account shares the account's bucket: so
 * there is one lock, held for some tens of nanoseconds, and not one for each bucket.
 */
public final class Throttle {
    private final Guard guard;
    private final BucketTable buckets;
    private final QuotaTable quotas;

    private Throttle(Guard guard) {
        this.guard = guard;
        buckets = new BucketTable(guard);
        quotas = new QuotaTable(guard);
    }

    /** A throttle that any number of threads may ask. */
    public static Throttle forManyThreads() {
        return new Throttle(Guard.forManyThreads());
    }

    /** A throttle without a lock, for a simulation: all calls, reading too, must come from one thread at a time. */
    public static Throttle forOneThread() {
        return new Throttle(Guard.forOneThread());
    }

    public BucketTable buckets() {
        return buckets;
    }

    public QuotaTable quotas() {
        return quotas;
    }

    /**
     * Decides, and charges what the request costs.
     *
     * @param quota the key's counter, or null if no quota applies
     * @param tiers buckets of this throttle in the active order, no bucket twice; not changed by anyone afterwards
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z; a time before the last one counts as the last one
     */
    public Admission admit(@Nullable QuotaCounter quota, TokenBucket[] tiers, Charging charging, long nowNanos) {
        if (tiers.length == 0 && quota == null) {
            return Admission.UNLIMITED;
        }
        var limits = new BucketLimit[tiers.length];
        var debts = new long[tiers.length];
        guard.enter();
        try {
            int passed = look(tiers, limits, debts, nowNanos);
            if (quota != null && isUsedUp(quota, nowNanos)) {
                return new Admission(tiers, limits, debts, 0, 0, nowNanos, OverQuota.of(quota, nowNanos));
            }
            int charged = charge(tiers, passed, charging);
            if (quota != null && passed == tiers.length) {
                quota.count();
            }
            return new Admission(tiers, limits, debts, passed, charged, nowNanos, null);
        } finally {
            guard.leave();
        }
    }

    /** Notes every tier's limit and debt, and returns how many tiers have a token before the first that has none. */
    private static int look(TokenBucket[] tiers, BucketLimit[] limits, long[] debts, long nowNanos) {
        int passed = tiers.length;
        for (int i = 0; i < tiers.length; i++) {
            TokenBucket tier = tiers[i];
            limits[i] = tier.limit();
            debts[i] = tier.settle(nowNanos);
            if (passed == tiers.length && !tier.hasToken()) {
                passed = i;
            }
        }
        return passed;
    }

    private static boolean isUsedUp(QuotaCounter quota, long nowNanos) {
        quota.settle(nowNanos);
        return !quota.hasRoom();
    }

    /** Takes the tokens that the request costs, and returns of how many tiers. */
    private static int charge(TokenBucket[] tiers, int passed, Charging charging) {
        if (passed < tiers.length) {
            tiers[passed].refuse();
        }
        int charged = passed == tiers.length || charging == Charging.SEQUENTIAL ? passed : 0;
        for (int i = 0; i < charged; i++) {
            tiers[i].pass();
        }
        return charged;
    }
}
