package dev.sluice.engine.driver.simulation;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Gateway;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.HttpRequest;

/** What a driver says to an {@link Exchange}: begin, then resume after every call. The same contract, and no more. */
interface Dialogue {
    Step begin(long nowNanos);

    Step resume(Outcome outcome, long nowNanos);

    /** Whoever answers requests: a gateway, or what a test puts in its place. */
    @FunctionalInterface
    interface Opener {
        Dialogue open(HttpRequest request);
    }

    static Opener with(Gateway gateway) {
        return request -> with(gateway.open(request));
    }

    private static Dialogue with(Exchange exchange) {
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
