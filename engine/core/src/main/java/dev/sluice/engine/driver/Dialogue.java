package dev.sluice.engine.driver;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Gateway;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.function.LongFunction;

/**
 * What a driver says to an {@link Exchange}: begin, then resume after every call. The same contract, and no more, so
 * that a test can stand in for the gateway or between it and its driver.
 */
public interface Dialogue {
    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    Step begin(long nowNanos);

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    Step resume(Outcome outcome, long nowNanos);

    /** Whoever answers requests. Called on event loops, so it never waits. */
    @FunctionalInterface
    interface Opener {
        Dialogue open(HttpRequest request);
    }

    static Opener with(Gateway gateway) {
        return request -> with(gateway.open(request));
    }

    /** A conversation that is over with its first word. */
    static Dialogue answering(LongFunction<HttpResponse> answer) {
        return new Dialogue() {
            @Override
            public Step begin(long nowNanos) {
                return new Step.Reply(answer.apply(nowNanos));
            }

            @Override
            public Step resume(Outcome outcome, long nowNanos) {
                throw new IllegalStateException("nothing was asked for");
            }
        };
    }

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
