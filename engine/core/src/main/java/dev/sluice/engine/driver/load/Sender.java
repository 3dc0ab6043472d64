package dev.sluice.engine.driver.load;

import dev.sluice.engine.driver.live.WallClock;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends requests that are due over a bounded set of kept connections. All state belongs to its one event loop. Netty is
 * used directly: the request is bytes already, and of the answer only status, one header and the end are wanted.
 */
final class Sender {
    /** How exactly timeouts are kept. */
    private static final long SWEEP_MILLIS = 10;

    /** No connection for so long, and the target counts as gone: a listener that restarts takes less. */
    private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int CONNECT_MILLIS = 5_000;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, Sender::thread, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final Bootstrap bootstrap;
    private final SocketAddress address;
    private final WallClock clock;
    private final LoadLimits limits;
    private final Latencies response = new Latencies();
    private final Latencies service = new Latencies();
    private final Latencies sendLag = new Latencies();

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<LoadConnection> idle = new ArrayDeque<>();
    private final Set<LoadConnection> busy = new HashSet<>();
    private final Set<Channel> channels = new HashSet<>();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private int connecting;
    private long unreachableSinceNanos = Long.MAX_VALUE;
    private boolean draining;
    private boolean aborted;

    private record Waiting(RunningGroup group, long intendedNanos) {}

    Sender(LoadTarget target, WallClock clock, LoadLimits limits) {
        this.clock = clock;
        this.limits = limits;
        address = target.address();
        bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        new LoadConnection(Sender.this).addTo(channel.pipeline());
                    }
                });
        loop.scheduleAtFixedRate(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable body) {
        return Thread.ofPlatform().daemon().name("load-sender").unstarted(body);
    }

    /** Sends the request as soon as a connection is free. From any thread. */
    void due(RunningGroup due, long intendedNanos) {
        loop.execute(() -> {
            LoadConnection free = idle.pollLast();
            if (free != null) {
                send(free, due, intendedNanos);
            } else {
                await(due, intendedNanos);
            }
        });
    }

    /** Whether nothing has been listening for so long that more requests make no sense. */
    boolean isLost() {
        return lost.get();
    }

    LatencySummary response() {
        return response.summary();
    }

    LatencySummary service() {
        return service.summary();
    }

    LatencySummary sendLag() {
        return sendLag.summary();
    }

    /**
     * No more requests come: done when those there are have ended.
     *
     * @param dropWaiting whether the ones not yet sent stay unsent
     */
    CompletableFuture<Void> drain(boolean dropWaiting) {
        loop.execute(() -> {
            draining = true;
            if (dropWaiting) {
                dropWaiting();
            }
            checkDrained();
        });
        return drained;
    }

    /**
     * Ends all requests now: those in flight have failed, the others are dropped. No effect if all has ended already.
     */
    void abort() {
        try {
            loop.execute(() -> {
                aborted = true;
                dropWaiting();
                new ArrayList<>(channels).forEach(Channel::close);
            });
        } catch (RejectedExecutionException over) {
            // closed by the end of the run at this very moment
        }
    }

    /** Returns when no thread or connection is left; for any thread but the sender's own. */
    void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private void send(LoadConnection connection, RunningGroup sending, long intendedNanos) {
        long nowNanos = clock.nowNanos();
        sending.sent();
        sendLag.note(nowNanos - intendedNanos);
        busy.add(connection);
        connection.send(sending, intendedNanos, nowNanos);
    }

    private void await(RunningGroup due, long intendedNanos) {
        if (aborted) {
            due.dropped();
            return;
        }
        if (waiting.size() >= limits.waiting()) {
            waiting.removeFirst().group().dropped();
        }
        waiting.addLast(new Waiting(due, intendedNanos));
        connectIfNeeded();
    }

    private void connectIfNeeded() {
        if (channels.size() + connecting < limits.connections() && connecting < waiting.size()) {
            connecting++;
            bootstrap.connect(address).addListener((ChannelFuture opened) -> connected(opened));
        }
    }

    private void connected(ChannelFuture opened) {
        connecting--;
        if (opened.isSuccess()) {
            unreachableSinceNanos = Long.MAX_VALUE;
            return;
        }
        long nowNanos = clock.nowNanos();
        unreachableSinceNanos = Math.min(unreachableSinceNanos, nowNanos);
        Waiting oldest = waiting.pollFirst();
        if (oldest != null) {
            oldest.group().sent();
            oldest.group().failed();
        }
        if (channels.isEmpty() && nowNanos - unreachableSinceNanos >= LOST_NANOS) {
            lost.set(true);
            dropWaiting();
        }
        connectIfNeeded();
        checkDrained();
    }

    void opened(LoadConnection connection, Channel channel) {
        channels.add(channel);
        if (aborted) {
            channel.close();
        } else {
            free(connection);
        }
    }

    /** The connection can take a request. */
    private void free(LoadConnection connection) {
        Waiting next = waiting.pollFirst();
        if (next == null) {
            idle.addLast(connection);
        } else {
            send(connection, next.group(), next.intendedNanos());
        }
    }

    /** @param stays whether the connection can be used again */
    void answered(LoadConnection connection, boolean stays, int status, String errorType) {
        long nowNanos = clock.nowNanos();
        busy.remove(connection);
        response.note(nowNanos - connection.intendedNanos());
        service.note(nowNanos - connection.sentNanos());
        connection.group().answered(status, errorType, nowNanos - connection.intendedNanos());
        if (stays) {
            free(connection);
        }
        checkDrained();
    }

    void closed(LoadConnection connection, Channel channel) {
        channels.remove(channel);
        idle.remove(connection);
        if (busy.remove(connection)) {
            connection.group().failed();
        }
        connectIfNeeded();
        checkDrained();
    }

    private void sweep() {
        long nowNanos = clock.nowNanos();
        for (LoadConnection connection : new ArrayList<>(busy)) {
            if (nowNanos - connection.sentNanos() >= connection.group().timeoutNanos()) {
                connection.close();
            }
        }
        waiting.removeIf(request -> {
            boolean late = nowNanos - request.intendedNanos() >= request.group().timeoutNanos();
            if (late) {
                request.group().dropped();
            }
            return late;
        });
        checkDrained();
    }

    private void dropWaiting() {
        waiting.forEach(request -> request.group().dropped());
        waiting.clear();
    }

    private void checkDrained() {
        if (draining && busy.isEmpty() && waiting.isEmpty()) {
            drained.complete(null);
        }
    }
}
