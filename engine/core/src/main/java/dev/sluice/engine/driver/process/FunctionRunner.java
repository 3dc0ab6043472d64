package dev.sluice.engine.driver.process;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import java.util.function.Consumer;

/** Whoever runs functions that are programs. */
@FunctionalInterface
public interface FunctionRunner {
    /** Starts nothing, because nobody said that it may: each call is unreachable, with what to do about it. */
    FunctionRunner UNTRUSTED = (call, done) -> done.accept(new Outcome.Unreachable("The function "
            + call.function().name()
            + " is a program on this machine, and this workspace is not trusted to start any. Open it in the window and"
            + " choose Trust, or add --trust on the command line."));

    /**
     * Runs the function. It goes on running if nobody waits for it any more, as in Lambda.
     *
     * @param done told once what Invoke answers, on any thread
     */
    void invoke(Call.ToProcess call, Consumer<Outcome> done);
}
