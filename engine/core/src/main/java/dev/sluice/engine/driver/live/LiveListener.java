package dev.sluice.engine.driver.live;

import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.driver.process.FunctionRunner;
import dev.sluice.engine.execution.Gateway;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** A gateway on a TCP port: reads requests, lets the gateway answer them and performs the calls it asks for. */
public final class LiveListener implements AutoCloseable {
    private final Vertx vertx;
    private final List<EventLoop> loops;
    private final int port;

    private LiveListener(Vertx vertx, List<EventLoop> loops) {
        this.vertx = vertx;
        this.loops = List.copyOf(loops);
        port = loops.get(0).port();
    }

    /**
     * Listens, and returns as soon as a request would be answered.
     *
     * @throws ListenException if the port is taken or cannot be had; its message says what to do
     */
    public static LiveListener start(Gateway gateway, ListenerOptions options, WallClock clock) throws ListenException {
        return start(gateway, options, clock, FunctionRunner.UNTRUSTED);
    }

    /**
     * The same with functions that are programs.
     *
     * @param functions runs them; the caller closes it
     * @throws ListenException if the port is taken or cannot be had; its message says what to do
     */
    public static LiveListener start(
            Gateway gateway, ListenerOptions options, WallClock clock, FunctionRunner functions)
            throws ListenException {
        return start(Dialogue.with(gateway), options, clock, functions);
    }

    /**
     * Listens for whoever answers in the gateway's place.
     *
     * @throws ListenException if the port is taken or cannot be had; its message says what to do
     */
    public static LiveListener start(Dialogue.Opener gateway, ListenerOptions options, WallClock clock)
            throws ListenException {
        return start(gateway, options, clock, FunctionRunner.UNTRUSTED);
    }

    /**
     * The same with functions that are programs.
     *
     * @param functions runs them; the caller closes it
     * @throws ListenException if the port is taken or cannot be had; its message says what to do
     */
    public static LiveListener start(
            Dialogue.Opener gateway, ListenerOptions options, WallClock clock, FunctionRunner functions)
            throws ListenException {
        Vertx vertx = Vertx.vertx(vertxOptions(options));
        var held = new HeldBytes(options.heldBytes());
        var loops = new ArrayList<EventLoop>();
        try {
            for (int i = 0; i < options.eventLoops(); i++) {
                var loop = new EventLoop(gateway, options, clock, held, functions);
                await(vertx.deployVerticle(loop));
                loops.add(loop);
            }
            return new LiveListener(vertx, loops);
        } catch (CompletionException e) {
            await(vertx.close());
            throw ListenException.because(e.getCause() == null ? e : e.getCause(), options.host(), options.port());
        }
    }

    private static VertxOptions vertxOptions(ListenerOptions options) {
        return new VertxOptions()
                .setEventLoopPoolSize(options.eventLoops())
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setPreferNativeTransport(false)
                .setDisableTCCL(true)
                .setUseDaemonThread(true)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
    }

    /** The port it listens on, 1 to 65535; the one that was found if 0 was asked for. */
    public int port() {
        return port;
    }

    /** Stops: no new connections, requests in flight get {@link ListenerOptions#stopNanos}; then nothing is left. */
    @Override
    public void close() {
        await(Future.join(loops.stream().map(EventLoop::finish).toList()).otherwiseEmpty());
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
