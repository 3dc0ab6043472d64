package dev.sluice.engine.driver.process;

import io.vertx.core.Context;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** The event loop that everything happens on, and threads for what may wait: looking at files, starting programs. */
final class Worker {
    private final Context loop;

    Worker(Context loop) {
        this.loop = loop;
    }

    /** Runs it on the event loop; after the end of the loop nothing is run any more. */
    void onLoop(Runnable task) {
        try {
            loop.runOnContext(ignored -> task.run());
        } catch (RejectedExecutionException closed) {
            // Whoever closed the loop has ended all that could still matter.
        }
    }

    /** Runs it elsewhere, then one of the other two on the event loop. */
    <T> void elsewhere(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Thread.startVirtualThread(() -> {
            try {
                T result = work.call();
                onLoop(() -> done.accept(result));
            } catch (Exception e) {
                onLoop(() -> failed.accept(e));
            }
        });
    }
}
