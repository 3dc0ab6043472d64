package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an exchange asks for is done, and waited for, by its deadline and no longer. */
class ListenerCallsTest {
    private static final long NOW = 1_000_000_000_000L;
    private static final long SOON = NOW + TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LATE = NOW + TimeUnit.SECONDS.toNanos(20);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static LiveListener listen(ScriptedGateway gateway) throws ListenException {
        return LiveListener.start(gateway, ListenerOptions.STANDARD, () -> NOW);
    }

    private static WireClient.Answer ask(LiveListener listener) throws Exception {
        try (var client = new WireClient(listener.port())) {
            return client.head("GET / HTTP/1.1", "Host: h").read();
        }
    }

    private static Call.ToModel model(String text, long latencyNanos) {
        var answer =
                new HttpResponse(200, Headers.of("Content-Length", Integer.toString(text.length())), Body.utf8(text));
        return nowNanos -> new Call.Timed(new Outcome.Answered(answer), latencyNanos);
    }

    private static Call.ToNetwork get(int port) {
        return call(port, "GET", Headers.of("Host", "h"), Body.EMPTY);
    }

    private static Call.ToNetwork call(int port, String method, Headers headers, Body body) {
        return new Call.ToNetwork(false, "127.0.0.1", port, method, "/x?y", headers, body);
    }

    @Test
    void aModelsAnswerComesAfterItsLatency() throws Exception {
        long latencyNanos = TimeUnit.MILLISECONDS.toNanos(5);
        var gateway = ScriptedGateway.calling(model("hello", latencyNanos), LATE);
        try (var listener = listen(gateway)) {
            assertEquals("hello", ask(listener).body());
            assertEquals(NOW + latencyNanos, gateway.nextResumed().nowNanos());
        }
    }

    @Test
    void aModelWithoutLatencyIsAnsweredAtTheSameInstant() throws Exception {
        var gateway = ScriptedGateway.calling(model("hello", 0), LATE);
        try (var listener = listen(gateway)) {
            assertEquals("hello", ask(listener).body());
            assertEquals(NOW, gateway.nextResumed().nowNanos());
        }
    }

    @Test
    void aModelSlowerThanTheDeadlineTimesOutAtTheDeadline() throws Exception {
        var gateway = ScriptedGateway.calling(model("hello", Long.MAX_VALUE), SOON);
        try (var listener = listen(gateway)) {
            assertEquals(504, ask(listener).status());
            assertEquals(new ScriptedGateway.Resumed(new Outcome.TimedOut(), SOON), gateway.nextResumed());
        }
    }

    @Test
    void aNetworkCallIsSentAsGivenAndItsAnswerComesBackAsSent() throws Exception {
        String answer = "HTTP/1.1 418 Teapot\r\nX-b: 2\r\nx-A: 1\r\nX-B: 3\r\ncontent-LENGTH: 3\r\n\r\nabc";
        try (var backend = new WireServer((connection, number) -> {
            connection.readRequest();
            connection.send(answer);
        })) {
            var headers = Headers.of("x-A", "1", "HOST", "backend.example", "X-a", "2", "content-length", "2");
            var gateway = ScriptedGateway.calling(call(backend.port(), "PATCH", headers, Body.utf8("hi")), LATE);
            try (var listener = listen(gateway)) {
                var seen = ask(listener);
                assertEquals(418, seen.status());
                assertEquals(
                        List.of("X-b: 2", "x-A: 1", "X-B: 3", "content-LENGTH: 3", "Connection: keep-alive"),
                        seen.headerLines());
                assertEquals("abc", seen.body());
                assertEquals(
                        List.of(
                                "PATCH /x?y HTTP/1.1",
                                "x-A: 1",
                                "HOST: backend.example",
                                "X-a: 2",
                                "content-length: 2",
                                "hi"),
                        backend.nextHead());
            }
        }
    }

    @Test
    void aNetworkCallWithoutPayloadHasNoHeadersThatNobodyGave() throws Exception {
        try (var backend = new WireServer((connection, number) -> {
                    connection.readRequest();
                    connection.send(OK);
                });
                var listener = listen(ScriptedGateway.calling(get(backend.port()), LATE))) {
            assertEquals("ok", ask(listener).body());
            assertEquals(List.of("GET /x?y HTTP/1.1", "Host: h"), backend.nextHead());
        }
    }

    @Test
    void aConnectionToABackendIsUsedAgain() throws Exception {
        try (var backend = new WireServer((connection, number) -> {
                    while (connection.readRequest()) {
                        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + number);
                    }
                });
                var listener = listen(ScriptedGateway.calling(get(backend.port()), LATE))) {
            assertEquals("0", ask(listener).body());
            assertEquals("0", ask(listener).body());
        }
    }

    @Test
    void aKeptConnectionThatTurnsOutClosedIsReplacedAndTheRequestRepeated() throws Exception {
        try (var backend = new WireServer((connection, number) -> {
                    connection.readRequest();
                    connection.send(OK);
                    if (number == 0) {
                        connection.readRequest(); // and closes without an answer
                    }
                });
                var listener = listen(ScriptedGateway.calling(get(backend.port()), LATE))) {
            assertEquals("ok", ask(listener).body());
            assertEquals("ok", ask(listener).body());
        }
    }

    @Test
    void aRequestThatMayNotBeSentTwiceIsNotRepeated() throws Exception {
        try (var backend = new WireServer((connection, number) -> {
                    connection.readRequest();
                    if (number == 0) {
                        connection.send(OK);
                        connection.readRequest();
                    }
                });
                var listener = listen(ScriptedGateway.calling(
                        call(backend.port(), "POST", Headers.of("Host", "h"), Body.EMPTY), LATE))) {
            assertEquals("ok", ask(listener).body());
            var second = ask(listener);
            assertEquals(504, second.status());
            assertTrue(second.body().contains("broke before the answer was complete"), second::body);
            backend.nextHead();
            backend.nextHead();
            assertFalse(backend.hasAnotherHead());
        }
    }

    @Test
    void aBackendThatIsTooSlowTimesOutAndItsConnectionIsClosed() throws Exception {
        try (var backend = new WireServer((connection, number) -> {
                    connection.readRequest();
                    connection.readRequest(); // until the other side closes
                });
                var listener = listen(ScriptedGateway.calling(get(backend.port()), SOON))) {
            assertEquals("TimedOut[]", ask(listener).body());
            backend.awaitEnd();
        }
    }

    @Test
    void anAnswerThatStopsHalfwayTimesOut() throws Exception {
        try (var backend = new WireServer((connection, number) -> {
                    connection.readRequest();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                    connection.readRequest();
                });
                var listener = listen(ScriptedGateway.calling(get(backend.port()), SOON))) {
            assertEquals("TimedOut[]", ask(listener).body());
            backend.awaitEnd();
        }
    }

    @Test
    void noBackendABrokenOneAndAnUnknownHostAreUnreachable() throws Exception {
        int unused;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = free.getLocalPort();
        }
        try (var listener = listen(ScriptedGateway.calling(get(unused), LATE))) {
            assertEquals(
                    "Unreachable[reason=Connection to 127.0.0.1:" + unused + " refused]",
                    ask(listener).body());
        }
        try (var backend = new WireServer((connection, number) -> {
                    connection.readRequest();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                });
                var listener = listen(ScriptedGateway.calling(get(backend.port()), LATE))) {
            assertEquals(
                    "Unreachable[reason=Connection to 127.0.0.1:" + backend.port()
                            + " broke before the answer was complete]",
                    ask(listener).body());
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsNotKept() throws Exception {
        try (var backend = new WireServer((connection, number) -> {
                    connection.readRequest();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10485761\r\n\r\n" + "x".repeat(10_485_761));
                });
                var listener = listen(ScriptedGateway.calling(get(backend.port()), LATE))) {
            assertEquals(
                    "Unreachable[reason=The answer is larger than 10485760 bytes]",
                    ask(listener).body());
        }
    }

    @Test
    void namesBelowLocalhostAreThisMachine() throws Exception {
        try (var backend = new WireServer((connection, number) -> {
            connection.readRequest();
            connection.send(OK);
        })) {
            var call = new Call.ToNetwork(
                    false, "users.localhost", backend.port(), "GET", "/", Headers.of("Host", "u"), Body.EMPTY);
            try (var listener = listen(ScriptedGateway.calling(call, LATE))) {
                assertEquals("ok", ask(listener).body());
            }
        }
    }

    @Test
    void anExchangeFinishesThoughItsClientHasGone() throws Exception {
        var gateway = ScriptedGateway.calling(model("hello", TimeUnit.MILLISECONDS.toNanos(50)), LATE);
        try (var listener = listen(gateway)) {
            for (int i = 0; i < 3; i++) {
                var client = new WireClient(listener.port());
                client.head("GET / HTTP/1.1", "Host: h");
                gateway.nextRequest();
                client.reset();
                gateway.nextResumed();
            }
            assertEquals("hello", ask(listener).body());
        }
    }
}
