package dev.sluice.engine.fuzz;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.driver.live.ListenerOptions;
import dev.sluice.engine.driver.live.LiveListener;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.HttpRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Bytes on a socket, requests or not: the connection ends in order, and the next client is served as ever. */
class ListenerFuzzTest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String WELL =
            "GET /prod/mock/1 HTTP/1.1\r\nHost: " + FuzzedApi.HOST + "\r\nConnection: close\r\n\r\n";
    private static final List<String> STARTS = List.of(
            WELL,
            "POST /prod/proxy HTTP/1.1\r\nHost: " + FuzzedApi.HOST + "\r\nContent-Length: 5\r\n\r\nhello",
            "POST /prod/proxy HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "PUT /prod/any/x?a=1 HTTP/1.1\r\nHost: " + FuzzedApi.HOST
                    + "\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}",
            "GET http://x/prod/mock HTTP/1.0\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            WELL.replace("Connection: close\r\n", "") + WELL);
    private static final List<String> WORDS = List.of(
            "\r\n",
            "\n",
            "\r",
            ":",
            " ",
            "\t",
            "HTTP/1.1",
            "HTTP/9.9",
            "Content-Length: 5\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 99999999999\r\n",
            "Transfer-Encoding: chunked\r\n",
            "0\r\n\r\n",
            "ffffffff\r\n",
            "5;a=b\r\n",
            "Host: a\r\n",
            "Upgrade: h2c\r\n",
            "Upgrade: websocket\r\n",
            "Connection: upgrade\r\n",
            "\u0000",
            "\u00ff",
            "GET ",
            "%",
            "?",
            "#",
            "//",
            "x".repeat(11_000),
            " folded\r\n",
            "Expect: 100-continue\r\n");

    /** Time enough between two looks at the clock that no limit is ever reached. */
    private static final long CLOCK_STEP_NANOS = 1_000_000;

    private final AtomicReference<Throwable> bug = new AtomicReference<>();
    private final AtomicLong clock = new AtomicLong(FuzzedApi.START_NANOS);

    @Test
    void anyBytesLeaveTheListenerServing() throws IOException {
        Engine engine = Engine.open(FuzzedApi.workspace(), Engine.Settings.startingAt(FuzzedApi.START_NANOS, 7));
        Dialogue.Opener gateway = Dialogue.with(engine.gateway());
        try (var listener = LiveListener.start(
                (Dialogue.Opener) request -> watched(gateway, request),
                ListenerOptions.STANDARD,
                () -> clock.addAndGet(CLOCK_STEP_NANOS))) {
            Fuzz.run(0.2, ListenerFuzzTest::input, input -> check(input, listener.port()));
        }
    }

    private static String input(SplittableRandom random) {
        return random.nextInt(10) == 0 ? Text.signs(random, 60) : Text.spoiled(random, Text.any(random, STARTS), WORDS);
    }

    private void check(String input, int port) throws IOException {
        send(input, port);
        if (bug.get() != null) {
            throw new AssertionError("a fault of ours", bug.getAndSet(null));
        }
        String served = send(WELL, port);
        if (!served.startsWith("HTTP/1.1 200")) {
            throw new AssertionError("a good request got: " + served);
        }
    }

    /** Says all of it, listens to the end; a reset is an end too. */
    private static String send(String text, int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (SocketException reset) {
                return "";
            }
        }
    }

    /** The real exchange, its calls out answered here, and what it throws noted. */
    private Dialogue watched(Dialogue.Opener gateway, HttpRequest request) {
        Dialogue dialogue = gateway.open(request);
        return new Dialogue() {
            @Override
            public Step begin(long nowNanos) {
                return noting(() -> dialogue.begin(nowNanos));
            }

            @Override
            public Step resume(Outcome outcome, long nowNanos) {
                return noting(() -> dialogue.resume(outcome, nowNanos));
            }
        };
    }

    private Step noting(java.util.function.Supplier<Step> part) {
        try {
            Step step = part.get();
            return step instanceof Step.Invoke(Call call, long deadlineNanos) && call instanceof Call.ToNetwork
                    ? new Step.Invoke(
                            (Call.ToModel) ignored -> new Call.Timed(new Outcome.Unreachable("no network here"), 0),
                            deadlineNanos)
                    : step;
        } catch (RuntimeException | Error thrown) {
            bug.set(thrown);
            throw thrown;
        }
    }
}
