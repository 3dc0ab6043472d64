package dev.sluice.engine.driver.live;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.driver.process.FunctionRunner;
import io.vertx.core.Context;
import io.vertx.core.Timer;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One wait for a function that is a program: until it answers or the deadline comes, on one event loop. */
final class ProcessCall {
    private final Timer deadline;
    private final Consumer<Outcome> done;
    private boolean ended;

    private ProcessCall(Timer deadline, Consumer<Outcome> done) {
        this.deadline = deadline;
        this.done = done;
        deadline.onSuccess(ignored -> end(new Outcome.TimedOut()));
    }

    /**
     * Makes the call.
     *
     * @param waitNanos time until the deadline
     * @param done told once, on this event loop
     */
    static void send(Call.ToProcess call, FunctionRunner runner, Vertx vertx, long waitNanos, Consumer<Outcome> done) {
        Context loop = vertx.getOrCreateContext();
        var wait = new ProcessCall(vertx.timer(Math.max(1, waitNanos), TimeUnit.NANOSECONDS), done);
        runner.invoke(call, outcome -> loop.runOnContext(ignored -> wait.end(outcome)));
    }

    private void end(Outcome outcome) {
        if (!ended) {
            ended = true;
            deadline.cancel();
            done.accept(outcome);
        }
    }
}
