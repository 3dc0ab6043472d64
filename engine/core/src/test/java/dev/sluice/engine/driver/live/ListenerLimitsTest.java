package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.http.Body;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Too large, too slow, too many, not HTTP: refused with an answer where one can be given, and the listener lives on.
 */
class ListenerLimitsTest {
    private static final WallClock NOON = () -> 1_000_000_000_000L;
    private static final ListenerOptions STANDARD = ListenerOptions.STANDARD;

    /** Answers with the length of the payload. */
    private static LiveListener listen(ListenerOptions options) throws ListenException {
        var gateway = ScriptedGateway.answering(request ->
                ScriptedGateway.reply(200, Integer.toString(request.body().length())));
        return LiveListener.start(gateway, options, NOON);
    }

    private static void assertServes(LiveListener listener) throws Exception {
        try (var client = new WireClient(listener.port())) {
            assertEquals("0", client.head("GET / HTTP/1.1", "Host: h").read().body());
        }
    }

    @Test
    void theLargestPayloadPassesWithLengthAndInChunks() throws Exception {
        try (var listener = listen(STANDARD);
                var client = new WireClient(listener.port())) {
            client.head("POST / HTTP/1.1", "Host: h", "Content-Length: " + Body.LARGEST)
                    .send(new byte[Body.LARGEST]);
            assertEquals("10485760", client.read().body());
            client.head("POST / HTTP/1.1", "Host: h", "Transfer-Encoding: chunked")
                    .send(Integer.toHexString(Body.LARGEST) + "\r\n")
                    .send(new byte[Body.LARGEST])
                    .send("\r\n0\r\n\r\n");
            assertEquals("10485760", client.read().body());
        }
    }

    private static void assertTooLarge(WireClient.Answer answer) {
        assertEquals(413, answer.status());
        assertEquals("HTTP content length exceeded 10485760 bytes.", answer.body());
        assertEquals(
                List.of("content-type: text; charset=utf-8", "content-length: 44", "Connection: close"),
                answer.headerLines());
    }

    @Test
    void anAnnouncedPayloadThatIsTooLargeIsRefusedWithoutReadingIt() throws Exception {
        try (var listener = listen(STANDARD);
                var client = new WireClient(listener.port())) {
            client.head("POST / HTTP/1.1", "Host: h", "Content-Length: " + (Body.LARGEST + 1), "Expect: 100-continue");
            assertTooLarge(client.read());
            assertEquals("", client.readToEnd());
            assertServes(listener);
        }
    }

    @Test
    void oneByteTooManyIsRefusedWhereverItComes() throws Exception {
        try (var listener = listen(STANDARD);
                var client = new WireClient(listener.port())) {
            client.head("POST / HTTP/1.1", "Host: h", "Transfer-Encoding: chunked")
                    .send(Integer.toHexString(Body.LARGEST) + "\r\n")
                    .send(new byte[Body.LARGEST])
                    .send("\r\n1\r\nx\r\n0\r\n\r\n");
            assertTooLarge(client.read());
            assertEquals("", client.readToEnd());
            assertServes(listener);
        }
    }

    @Test
    void payloadsOfAllRequestsTogetherAreBounded() throws Exception {
        try (var listener = listen(STANDARD.holding(1_000));
                var slow = new WireClient(listener.port());
                var refused = new WireClient(listener.port())) {
            slow.head("POST / HTTP/1.1", "Host: h", "Content-Length: 900", "Expect: 100-continue")
                    .send(new byte[800]);
            assertEquals(100, slow.readWithoutBody().status());
            refused.head("POST / HTTP/1.1", "Host: h", "Content-Length: 900").send(new byte[900]);
            assertEquals(503, refused.read().status());
            assertEquals("900", slow.send(new byte[100]).read().body());
            slow.head("POST / HTTP/1.1", "Host: h", "Content-Length: 1000").send(new byte[1_000]);
            assertEquals("1000", slow.read().body());
        }
    }

    @Test
    void aHeadThatIsTooLargeIsRefusedAndTheConnectionEnds() throws Exception {
        try (var listener = listen(STANDARD);
                var headers = new WireClient(listener.port());
                var target = new WireClient(listener.port())) {
            headers.head("GET / HTTP/1.1", "Host: h", "X: " + "x".repeat(10_240));
            assertEquals(431, headers.read().status());
            assertEquals("", headers.readToEnd());
            target.head("GET /" + "x".repeat(10_240) + " HTTP/1.1", "Host: h");
            assertEquals(414, target.read().status());
            assertEquals("", target.readToEnd());
            assertServes(listener);
        }
    }

    @Test
    void aHeadJustWithinTheLimitIsServed() throws Exception {
        try (var listener = listen(STANDARD);
                var client = new WireClient(listener.port())) {
            client.head("GET / HTTP/1.1", "Host: h", "X: " + "x".repeat(10_200));
            assertEquals(200, client.read().status());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nx y: 1\r\n\r\n",
                "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "nonsense\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n"
            })
    void aMalformedRequestGetsBadRequestAndTheConnectionEnds(String request) throws Exception {
        try (var listener = listen(STANDARD);
                var client = new WireClient(listener.port())) {
            var answer = client.send(request).read();
            assertEquals(400, answer.status());
            assertTrue(answer.headerLines().contains("Connection: close"), answer::toString);
            assertEquals("", client.readToEnd());
            assertServes(listener);
        }
    }

    @Test
    void anotherMajorVersionIsRefused() throws Exception {
        try (var listener = listen(STANDARD);
                var client = new WireClient(listener.port())) {
            assertEquals(501, client.head("GET / HTTP/2.0", "Host: h").read().status());
            assertEquals("", client.readToEnd());
        }
    }

    @Test
    void aBrokenChunkEndsTheConnection() throws Exception {
        try (var listener = listen(STANDARD);
                var client = new WireClient(listener.port())) {
            client.head("POST / HTTP/1.1", "Host: h", "Transfer-Encoding: chunked")
                    .send("zz\r\n");
            assertEquals("", client.readToEnd());
            assertServes(listener);
        }
    }

    @Test
    void aClientThatNeverFinishesItsHeadIsLeft() throws Exception {
        var options = STANDARD.patience(TimeUnit.MILLISECONDS.toNanos(100), TimeUnit.SECONDS.toNanos(60));
        try (var listener = listen(options);
                var silent = new WireClient(listener.port());
                var slow = new WireClient(listener.port());
                var idle = new WireClient(listener.port())) {
            slow.send("GET / HTTP/1.1\r\nHost:");
            idle.head("GET / HTTP/1.1", "Host: h").read();
            assertEquals("", silent.readToEnd());
            assertEquals("", slow.readToEnd());
            assertEquals("", idle.readToEnd());
            assertServes(listener);
        }
    }

    @Test
    void aClientThatNeverFinishesItsPayloadIsLeft() throws Exception {
        var options = STANDARD.patience(TimeUnit.SECONDS.toNanos(60), TimeUnit.MILLISECONDS.toNanos(100));
        try (var listener = listen(options);
                var slow = new WireClient(listener.port())) {
            slow.head("POST / HTTP/1.1", "Host: h", "Content-Length: 10").send("abc");
            assertEquals("", slow.readToEnd());
            assertServes(listener);
        }
    }
}
