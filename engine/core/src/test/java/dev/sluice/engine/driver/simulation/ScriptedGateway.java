package dev.sluice.engine.driver.simulation;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;

/**
 * A gateway whose answers say what it was told. Its targets: {@code /now} answers at once, {@code /network} calls a
 * real server, {@code /twice/NANOS} makes two calls, and {@code /NANOS} one that takes so long; all may take 1,000 ns.
 */
final class ScriptedGateway implements Dialogue.Opener {
    static final long TIMEOUT_NANOS = 1_000;

    @Override
    public Dialogue open(HttpRequest request) {
        String target = request.target();
        return new Dialogue() {
            private int callsLeft = target.equals("/now") ? 0 : target.startsWith("/twice/") ? 2 : 1;

            @Override
            public Step begin(long nowNanos) {
                return callsLeft == 0 ? reply(200, "at once") : invoke(nowNanos);
            }

            @Override
            public Step resume(Outcome outcome, long nowNanos) {
                if (--callsLeft > 0) {
                    return invoke(nowNanos);
                }
                return switch (outcome) {
                    case Outcome.Answered(HttpResponse response) -> new Step.Reply(response);
                    case Outcome.TimedOut() -> reply(504, "timed out");
                    case Outcome.Unreachable(String reason) -> reply(504, reason);
                };
            }

            private Step invoke(long nowNanos) {
                return new Step.Invoke(call(target), nowNanos + TIMEOUT_NANOS);
            }
        };
    }

    private static Call call(String target) {
        if (target.equals("/network")) {
            return new Call.ToNetwork(false, "elsewhere.example", 8080, "GET", "/", Headers.NONE, Body.EMPTY);
        }
        long latencyNanos = Long.parseLong(target.substring(target.lastIndexOf('/') + 1));
        var response = new HttpResponse(200, Headers.NONE, Body.utf8("after " + latencyNanos));
        return (Call.ToModel) nowNanos -> new Call.Timed(new Outcome.Answered(response), latencyNanos);
    }

    private static Step reply(int status, String text) {
        return new Step.Reply(new HttpResponse(status, Headers.NONE, Body.utf8(text)));
    }
}
