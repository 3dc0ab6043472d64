package dev.sluice.engine.conformance;

import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.driver.live.ListenerOptions;
import dev.sluice.engine.driver.live.LiveListener;
import dev.sluice.engine.http.HttpResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Real sockets: a listener on a free port of 127.0.0.1, a client that sends the listed bytes on a connection of its
 * own, stubs behind ports of their own. The clock given to the listener is set by the case.
 */
final class LiveDriver implements CaseDriver {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Front front;
    private final Stubs stubs;
    private final StubServers servers;

    private LiveDriver(Front front, Stubs stubs) throws IOException {
        this.front = front;
        this.stubs = stubs;
        servers = new StubServers(stubs);
        front.clock.set(CaseRun.START_NANOS);
    }

    /** One listener for the cases of a run, one after the other: each brings an engine of its own. */
    static final class Front implements AutoCloseable {
        private final AtomicLong clock = new AtomicLong(CaseRun.START_NANOS);
        private final LiveListener listener;
        private volatile Dialogue.Opener gateway = request -> {
            throw new IllegalStateException("no case is running");
        };

        Front() throws IOException {
            listener = LiveListener.start(
                    (Dialogue.Opener) request -> gateway.open(request), ListenerOptions.STANDARD, clock::get);
        }

        LiveDriver driver(Stubs stubs) throws IOException {
            return new LiveDriver(this, stubs);
        }

        @Override
        public void close() {
            listener.close();
        }
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public Map<String, Integer> ports() {
        return servers.ports();
    }

    @Override
    public void connect(Dialogue.Opener engine) {
        front.gateway = StubbedGateway.live(engine, stubs, servers.ports(), front.clock::set);
    }

    @Override
    public HttpResponse send(CaseRequest request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), front.listener.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(request.onTheWire());
            socket.getOutputStream().flush();
            WireMessage answer = WireMessage.response(
                    new BufferedInputStream(socket.getInputStream()),
                    request.method().equals("HEAD"));
            return new HttpResponse(answer.status(), answer.headers(), answer.body());
        }
    }

    @Override
    public long nowNanos() {
        return front.clock.get();
    }

    @Override
    public void advance(long nanos) {
        front.clock.addAndGet(nanos);
    }

    @Override
    public void close() throws IOException {
        servers.close();
    }
}
