package dev.sluice.engine.driver.live;

import io.vertx.core.http.HttpConnection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The open connections of one event loop, and how long each client has been silent. Time is counted in ticks, so that a
 * request costs no look at a clock.
 */
final class ConnectionWatch {
    private static final int TICKS_PER_LIMIT = 8;

    private final Map<HttpConnection, Watched> connections = new IdentityHashMap<>();
    private final long tickNanos;
    private final long idleTicks;
    private final long bodyIdleTicks;
    private final int most;
    private long now;

    ConnectionWatch(ListenerOptions options) {
        tickNanos = Math.max(1_000_000, Math.min(options.idleNanos(), options.bodyIdleNanos()) / TICKS_PER_LIMIT);
        idleTicks = options.idleNanos() / tickNanos;
        bodyIdleTicks = options.bodyIdleNanos() / tickNanos;
        most = Math.max(1, options.connections() / options.eventLoops());
    }

    /** Time between two calls of {@link #tick}, nanoseconds. */
    long tickNanos() {
        return tickNanos;
    }

    void opened(HttpConnection connection) {
        if (connections.size() >= most) {
            connection.close();
            return;
        }
        connections.put(connection, new Watched(connection));
        connection.closeHandler(ignored -> connections.remove(connection));
        // A client that resets its connection is no event for us; without a handler Vert.x would log it.
        connection.exceptionHandler(ignored -> {});
    }

    /** The connection's entry; a spare one if it is closing already. */
    Watched of(HttpConnection connection) {
        Watched watched = connections.get(connection);
        return watched == null ? new Watched(connection) : watched;
    }

    /** Closes the connections whose clients have been silent for too long. */
    void tick() {
        now++;
        var silent = new ArrayList<HttpConnection>();
        connections.forEach((connection, watched) -> {
            if (now - watched.since > watched.patience) {
                silent.add(connection);
            }
        });
        silent.forEach(HttpConnection::close);
    }

    /** One connection: whom we wait for, and since when. */
    final class Watched {
        private long since = now;
        private long patience = idleTicks;
        private final String sourceIp;

        private Watched(HttpConnection connection) {
            sourceIp = connection.remoteAddress().hostAddress();
        }

        /** Address of the client, as text. */
        String sourceIp() {
            return sourceIp;
        }

        /** A part of a payload is to come. */
        void awaitBody() {
            since = now;
            patience = bodyIdleTicks;
        }

        /** The request is whole: it is our turn. */
        void busy() {
            patience = Long.MAX_VALUE;
        }

        /** Answered: the next request is the client's turn. */
        void awaitHead() {
            since = now;
            patience = idleTicks;
        }
    }
}
