package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.throttling.Admission;
import dev.sluice.engine.journal.Cause;

/** The limits of route, stage and account, in the order the behaviour profile says. An HTTP API has no quota. */
public final class LimitRoute implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        HttpApiVisit visit = exchange.httpApi();
        Admission admission = exchange.table()
                .throttle()
                .admit(null, visit.route().tiers(), visit.stage().profile().charging(), nowNanos);
        exchange.throttled(admission);
        return admission.admitted() ? Verdict.GO : HttpApiRefusal.tooManyRequests(new Cause.Throttled(admission));
    }
}
