package dev.sluice.engine.driver.live;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;

/** Calls to real HTTP servers from one event loop, over connections that are kept and used again. */
final class NetworkCalls {
    /** Below the 5 seconds after which common servers close a silent connection: a kept one is rarely stale. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private static final int CONNECTIONS_PER_HOST = 256;
    private static final int WAITING_PER_HOST = 4_096;
    private static final int HEAD_BYTES = 65_536;

    private final Vertx vertx;
    private final HttpClient client;
    private final Set<HttpConnection> used = Collections.newSetFromMap(new IdentityHashMap<>());

    NetworkCalls(Vertx vertx) {
        this.vertx = vertx;
        client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setMaxHeaderSize(HEAD_BYTES))
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST).setMaxWaitQueueSize(WAITING_PER_HOST))
                .withConnectHandler(connection -> connection.closeHandler(ignored -> used.remove(connection)))
                .build();
    }

    /**
     * Makes the call.
     *
     * @param waitNanos time until the deadline
     * @param held where the bytes of the answer are counted
     * @param done told once, on this event loop
     */
    void send(Call.ToNetwork call, long waitNanos, HeldBytes.Share held, Consumer<Outcome> done) {
        if (waitNanos <= 0) {
            done.accept(new Outcome.TimedOut());
        } else {
            new NetworkCall(this, call, held, done).begin(waitNanos);
        }
    }

    Vertx vertx() {
        return vertx;
    }

    HttpClient client() {
        return client;
    }

    /** Notes that the connection is used; true if it has been before. */
    boolean isUsedAgain(HttpConnection connection) {
        return !used.add(connection);
    }
}
