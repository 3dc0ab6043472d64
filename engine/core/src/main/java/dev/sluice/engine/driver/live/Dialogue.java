package dev.sluice.engine.driver.live;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Step;

/** What a driver says to an {@link Exchange}: begin, then resume after every call. The same contract, and no more. */
interface Dialogue {
    Step begin(long nowNanos);

    Step resume(Outcome outcome, long nowNanos);

    static Dialogue with(Exchange exchange) {
        return new Dialogue() {
            @Override
            public Step begin(long nowNanos) {
                return exchange.begin(nowNanos);
            }

            @Override
            public Step resume(Outcome outcome, long nowNanos) {
                return exchange.resume(outcome, nowNanos);
            }
        };
    }
}
