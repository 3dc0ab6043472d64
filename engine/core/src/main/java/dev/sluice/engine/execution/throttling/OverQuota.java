package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.definition.QuotaSettings;

/**
 * A quota that is used up.
 *
 * @param used requests counted in the running period
 * @param resetsAtNanos when the next period starts, nanoseconds since 1970-01-01T00:00Z
 */
public record OverQuota(QuotaId id, QuotaSettings quota, long used, long resetsAtNanos) {
    static OverQuota of(QuotaCounter counter, long nowNanos) {
        return new OverQuota(counter.id(), counter.settings(), counter.used(nowNanos), counter.resetsAtNanos(nowNanos));
    }
}
