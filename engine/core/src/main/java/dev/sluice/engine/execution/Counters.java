package dev.sluice.engine.execution;

import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Refusal;
import dev.sluice.engine.journal.ThrottleTier;
import dev.sluice.engine.journal.TierReading;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** How many exchanges began and how they ended, since the gateway opened. */
public final class Counters {
    private final LongAdder begun = new LongAdder();
    private final LongAdder ok = new LongAdder();
    private final LongAdder clientErrors = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder overQuota = new LongAdder();
    private final LongAdder serverErrors = new LongAdder();
    private final Map<ThrottleTier, LongAdder> byTier = new EnumMap<>(ThrottleTier.class);

    Counters() {
        for (ThrottleTier tier : ThrottleTier.values()) {
            byTier.put(tier, new LongAdder());
        }
    }

    void begun() {
        begun.increment();
    }

    void answered(int status, Optional<Refusal> refusal) {
        if (refusal.isPresent() && refusal.get().cause() instanceof Cause.Throttled(var decision)) {
            throttled.increment();
            decision.refusedBy().map(TierReading::bucket).ifPresent(bucket -> count(bucket.tier()));
        } else if (refusal.isPresent() && refusal.get().cause() instanceof Cause.QuotaExceeded) {
            overQuota.increment();
        } else if (status >= 500) {
            serverErrors.increment();
        } else if (status >= 400) {
            clientErrors.increment();
        } else {
            ok.increment();
        }
    }

    private void count(ThrottleTier tier) {
        LongAdder adder = byTier.get(tier);
        if (adder != null) {
            adder.increment();
        }
    }

    /** Exchanges begun. */
    public long requests() {
        return begun.sum();
    }

    /** Exchanges begun and not answered. */
    public long inFlight() {
        long answered = ok.sum() + clientErrors.sum() + throttled.sum() + overQuota.sum() + serverErrors.sum();
        return Math.max(0, begun.sum() - answered);
    }

    /** Answers below 400. */
    public long ok() {
        return ok.sum();
    }

    /** Answers 400 to 499, throttle and quota left out. */
    public long clientErrors() {
        return clientErrors.sum();
    }

    /** Answers 429 {@code Too Many Requests}. */
    public long throttled() {
        return throttled.sum();
    }

    /** Answers 429 {@code Limit Exceeded}. */
    public long overQuota() {
        return overQuota.sum();
    }

    /** Answers 500 and above. */
    public long serverErrors() {
        return serverErrors.sum();
    }

    /** {@link #throttled()} by the tier that said no. */
    public Map<ThrottleTier, Long> throttledByTier() {
        var sums = new EnumMap<ThrottleTier, Long>(ThrottleTier.class);
        byTier.forEach((tier, adder) -> sums.put(tier, adder.sum()));
        return sums;
    }
}
