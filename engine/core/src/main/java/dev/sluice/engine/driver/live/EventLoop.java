package dev.sluice.engine.driver.live;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.driver.process.FunctionRunner;
import dev.sluice.engine.http.HttpResponse;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One event loop of a listener: a server, a client, and the connections of both; all its state is its own. */
final class EventLoop extends VerticleBase {
    private static final System.Logger LOG = System.getLogger(EventLoop.class.getPackageName());

    /** Lambda lets no function run longer. */
    private static final long LONGEST_UNAWAITED_NANOS = TimeUnit.MINUTES.toNanos(15);

    private final Dialogue.Opener gateway;
    private final ListenerOptions options;
    private final WallClock clock;
    private final HeldBytes held;
    private final FunctionRunner functions;
    private final ConnectionWatch watch;
    private @Nullable HttpServer server;
    private @Nullable NetworkCalls network;
    private volatile boolean stopping;
    private long quietUntilNanos = Long.MIN_VALUE;

    EventLoop(
            Dialogue.Opener gateway,
            ListenerOptions options,
            WallClock clock,
            HeldBytes held,
            FunctionRunner functions) {
        this.gateway = gateway;
        this.options = options;
        this.clock = clock;
        this.held = held;
        this.functions = functions;
        watch = new ConnectionWatch(options);
    }

    @Override
    public Future<?> start() {
        network = new NetworkCalls(vertx);
        server = vertx.createHttpServer(serverOptions())
                .connectionHandler(watch::opened)
                .invalidRequestHandler(this::refuseUnreadable)
                .requestHandler(this::serve);
        vertx.setPeriodic(Math.max(1, TimeUnit.NANOSECONDS.toMillis(watch.tickNanos())), ignored -> watch.tick());
        return server.listen(address());
    }

    /** The loops of a listener share one port, also when it is any free one. */
    private SocketAddress address() {
        return options.port() == 0
                ? SocketAddress.sharedRandomPort(1, options.host())
                : SocketAddress.inetSocketAddress(options.port(), options.host());
    }

    private HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(options.headBytes())
                .setMaxHeaderSize(options.headBytes())
                .setHttp2ClearTextEnabled(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
    }

    int port() {
        return running(server).actualPort();
    }

    /** Takes no more connections; done when the requests in flight are answered or the time is over. */
    Future<Void> finish() {
        stopping = true;
        return running(server).shutdown(options.stopNanos(), TimeUnit.NANOSECONDS);
    }

    private void serve(HttpServerRequest request) {
        RequestHead head = RequestHead.of(request.headers());
        String target = RequestHead.pathAndQuery(request.uri());
        boolean close = head.wantsClose(request);
        var exchange = new LiveExchange(this, request, close);
        if (target.isEmpty() || !head.hasValidHost(request)) {
            exchange.refuse(FrontDoor.BAD_REQUEST);
        } else {
            exchange.open(head, target);
        }
    }

    private void refuseUnreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        HttpResponse answer = FrontDoor.BAD_REQUEST;
        if (cause instanceof TooLongHttpLineException) {
            answer = FrontDoor.TARGET_TOO_LONG;
        } else if (cause instanceof TooLongHttpHeaderException) {
            answer = FrontDoor.HEAD_TOO_LARGE;
        }
        new LiveExchange(this, request, true).refuse(answer);
    }

    /** Makes a call that nobody waits for. */
    void start(Call call, long nowNanos) {
        switch (call) {
            case Call.ToModel model -> model.perform(nowNanos);
            case Call.ToNetwork server -> {
                HeldBytes.Share own = held.share();
                network().send(server, LONGEST_UNAWAITED_NANOS, own, ignored -> own.release());
            }
            case Call.ToProcess process -> functions.invoke(process, ignored -> {});
            case Call.Unawaited unawaited -> start(unawaited.call(), nowNanos);
        }
    }

    /** Runs the task on this loop after a time in nanoseconds, 1 or more. */
    void after(long nanos, Runnable task) {
        vertx.timer(nanos, TimeUnit.NANOSECONDS).onSuccess(ignored -> task.run());
    }

    Dialogue.Opener gateway() {
        return gateway;
    }

    long nowNanos() {
        return clock.nowNanos();
    }

    NetworkCalls network() {
        return running(network);
    }

    /** Runs a function that is a program; {@code done} is told once, on this loop. */
    void run(Call.ToProcess call, long waitNanos, Consumer<Outcome> done) {
        ProcessCall.send(call, functions, vertx, waitNanos, done);
    }

    ConnectionWatch watch() {
        return watch;
    }

    HeldBytes held() {
        return held;
    }

    boolean isStopping() {
        return stopping;
    }

    /**
     * One line about a bug of ours: what was asked, what went wrong, and where. At most one a second, or a bug on the
     * way of every request would fill the disk.
     */
    void report(String request, Throwable bug) {
        long nowNanos = clock.nowNanos();
        if (nowNanos < quietUntilNanos) {
            return;
        }
        quietUntilNanos = nowNanos + TimeUnit.SECONDS.toNanos(1);
        StackTraceElement[] trace = bug.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        String line = request + " answered 500, a fault of Sluice itself: " + bug + where;
        LOG.log(System.Logger.Level.ERROR, line.replaceAll("\\R", " "));
    }

    private static <T> T running(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the event loop has not started");
        }
        return part;
    }
}
