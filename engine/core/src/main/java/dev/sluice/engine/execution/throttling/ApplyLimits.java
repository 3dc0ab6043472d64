package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.serving.Membership;
import dev.sluice.engine.execution.serving.ServedMethod;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.JournalEntry;
import java.util.Optional;

/**
 * Quota and the throttle tiers, in the order the behaviour profile says. The answer is 429 at every tier; the cause
 * says which (data-plane section 6).
 */
public final class ApplyLimits implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        ServedMethod method = exchange.method();
        Optional<Membership> membership = exchange.membership();
        TokenBucket[] chain = method.tiers(membership);
        Admission admission = exchange.table()
                .throttle()
                .admit(
                        membership.map(Membership::quota).orElse(null),
                        chain,
                        exchange.stage().profile().charging(),
                        nowNanos);
        exchange.throttled(admission);
        if (admission.admitted()) {
            if (exchange.isNoted()) {
                exchange.note(new JournalEntry.Admitted(nowNanos, admission));
            }
            return Verdict.GO;
        }
        return admission
                .overQuota()
                .map(quota -> overQuota(membership.orElseThrow(), quota))
                .orElseGet(() -> Verdict.refuse(
                        GatewayResponseType.THROTTLED, "Too Many Requests", new Cause.Throttled(admission)));
    }

    private static Verdict overQuota(Membership membership, OverQuota quota) {
        return Verdict.refuse(
                GatewayResponseType.QUOTA_EXCEEDED,
                "Limit Exceeded",
                new Cause.QuotaExceeded(
                        membership.plan().id(),
                        membership.apiKeyId(),
                        membership.plan().quota().orElseThrow(),
                        quota.used(),
                        quota.resetsAtNanos()));
    }
}
