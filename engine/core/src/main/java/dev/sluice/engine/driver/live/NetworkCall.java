package dev.sluice.engine.driver.live;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import io.netty.buffer.Unpooled;
import io.vertx.core.Timer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call to a real server. It ends exactly once: answered, timed out or unreachable. */
final class NetworkCall {
    /** RFC 9110 section 9.2.2: what may be sent twice. */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    /** Takes a certificate whoever has signed it; its name is checked as usual. */
    private static final ClientSSLOptions UNKNOWN_AUTHORITY =
            new ClientSSLOptions().setTrustAll(true).setHostnameVerificationAlgorithm("HTTPS");

    private final NetworkCalls calls;
    private final Call.ToNetwork call;
    private final HeldBytes.Share held;
    private final Consumer<Outcome> done;
    private @Nullable Timer deadline;
    private @Nullable HttpClientRequest request;
    private boolean onUsedConnection;
    private boolean headArrived;
    private boolean repeated;
    private boolean ended;

    NetworkCall(NetworkCalls calls, Call.ToNetwork call, HeldBytes.Share held, Consumer<Outcome> done) {
        this.calls = calls;
        this.call = call;
        this.held = held;
        this.done = done;
    }

    void begin(long waitNanos) {
        deadline = calls.vertx().timer(waitNanos, TimeUnit.NANOSECONDS);
        deadline.onSuccess(ignored -> abandon(new Outcome.TimedOut()));
        connect();
    }

    private void connect() {
        calls.client().request(options()).onComplete(this::connected, this::failed);
    }

    private RequestOptions options() {
        var options = new RequestOptions()
                .setSsl(call.tls())
                .setHost(call.host())
                .setPort(call.port())
                .setMethod(HttpMethod.valueOf(call.method()))
                .setURI(call.target());
        if (call.tls() && call.insecureSkipVerification()) {
            options.setSslOptions(UNKNOWN_AUTHORITY);
        }
        if (call.host().endsWith(".localhost")) {
            // RFC 6761 section 6.3: never asked of a name server.
            options.setServer(SocketAddress.inetSocketAddress(call.port(), "127.0.0.1"));
        }
        return options;
    }

    private void connected(HttpClientRequest connected) {
        // Every failure reaches the response too; without a handler of its own Vert.x would log it a second time.
        connected.exceptionHandler(ignored -> {});
        if (ended) {
            connected.reset();
            return;
        }
        request = connected;
        onUsedConnection = calls.isUsedAgain(connected.connection());
        Headers headers = call.headers();
        for (int i = 0; i < headers.size(); i++) {
            connected.headers().add(headers.name(i), headers.value(i));
        }
        connected.response().onComplete(this::headArrived, this::failed);
        if (call.body().isEmpty()) {
            connected.end();
        } else {
            connected.end(
                    BufferInternal.buffer(Unpooled.wrappedBuffer(call.body().bytes())));
        }
    }

    private void headArrived(HttpClientResponse response) {
        headArrived = true;
        var payload = new Payload(-1, held);
        response.exceptionHandler(this::failed);
        response.handler(part -> add(payload, part));
        response.endHandler(ignored -> end(answer(response, payload.body())));
    }

    private void add(Payload payload, Buffer part) {
        if (ended) {
            return;
        }
        switch (payload.add(part)) {
            case FITS -> {}
            case TOO_LARGE -> abandon(new Outcome.Unreachable("The answer is larger than " + Body.LARGEST + " bytes"));
            case NO_MEMORY -> abandon(new Outcome.Unreachable("Too many large answers are in memory"));
        }
    }

    private static Outcome answer(HttpClientResponse response, Body body) {
        var headers = Headers.builder();
        response.headers().forEach(headers::add);
        return new Outcome.Answered(new HttpResponse(response.statusCode(), headers.build(), body));
    }

    /**
     * A kept connection may have been closed at the other end at the very moment it was used: that is no failure yet.
     */
    private void failed(Throwable cause) {
        if (ended) {
            return;
        }
        if (onUsedConnection && !headArrived && !repeated && IDEMPOTENT.contains(call.method())) {
            repeated = true;
            connect();
            return;
        }
        end(new Outcome.Unreachable(reason(cause)));
    }

    private String reason(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "Unknown host " + call.host();
        }
        String where = call.host() + ":" + call.port();
        if (cause instanceof ConnectException) {
            return "Connection to " + where + " refused";
        }
        if (headArrived || request != null) {
            return "Connection to " + where + " broke before the answer was complete";
        }
        return "No connection to " + where + ": " + cause.getMessage();
    }

    /** Ends it from our side; with HTTP/1.1 that costs the connection. */
    private void abandon(Outcome outcome) {
        end(outcome);
        if (request != null) {
            request.reset();
        }
    }

    private void end(Outcome outcome) {
        if (ended) {
            return;
        }
        ended = true;
        if (deadline != null) {
            deadline.cancel();
        }
        done.accept(outcome);
    }
}
