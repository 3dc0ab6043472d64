package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire is what the client said and what the gateway answered, to the byte. */
class ListenerWireTest {
    private static final WallClock NOON = () -> 1_000_000_000_000L;

    private static LiveListener listen(ScriptedGateway gateway) throws ListenException {
        return LiveListener.start(gateway, ListenerOptions.STANDARD, NOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//users",
                "/a%2Fb",
                "/{id}",
                "/p|q",
                "/users/",
                "/a/../b",
                "/a//b",
                "/users?a=1&a=2&b",
                "/%zz",
                "/x?y={}",
                "/\u00c3\u00bc",
                "/a?b?c#d"
            })
    void theTargetReachesTheGatewayAsItWasSent(String target) throws Exception {
        var gateway = ScriptedGateway.echo();
        try (var listener = listen(gateway);
                var client = new WireClient(listener.port())) {
            client.head("GET " + target + " HTTP/1.1", "Host: localhost").read();
            assertEquals(target, gateway.nextRequest().target());
        }
    }

    @Test
    void aTargetWithSchemeAndHostIsServedByItsPath() throws Exception {
        var gateway = ScriptedGateway.echo();
        try (var listener = listen(gateway);
                var client = new WireClient(listener.port())) {
            client.head("GET HTTP://other:1/a%20b?c HTTP/1.1", "Host: localhost")
                    .read();
            client.head("GET http://other?c HTTP/1.1", "Host: localhost").read();
            assertEquals("/a%20b?c", gateway.nextRequest().target());
            assertEquals("/?c", gateway.nextRequest().target());
        }
    }

    @Test
    void requestHeadersKeepCaseOrderAndRepeats() throws Exception {
        var gateway = ScriptedGateway.echo();
        try (var listener = listen(gateway);
                var client = new WireClient(listener.port())) {
            client.head("GET / HTTP/1.1", "X-b: 2", "hOST: localhost", "x-A: 1", "X-B: 3", "Empty:")
                    .read();
            var request = gateway.nextRequest();
            assertEquals(
                    Headers.of("X-b", "2", "hOST", "localhost", "x-A", "1", "X-B", "3", "Empty", ""),
                    request.headers());
            assertEquals("127.0.0.1", request.sourceIp());
        }
    }

    @Test
    void responseHeadersKeepCaseOrderAndRepeatsAndConnectionFollowsContentLength() throws Exception {
        var answer = new HttpResponse(
                200,
                Headers.of(
                        "Date",
                        "today",
                        "Content-Type",
                        "text/x",
                        "Content-Length",
                        "2",
                        "x-amzn-RequestId",
                        "r",
                        "set-cookie",
                        "a",
                        "Set-Cookie",
                        "b"),
                Body.utf8("ok"));
        try (var listener = listen(ScriptedGateway.answering(request -> new Step.Reply(answer)));
                var client = new WireClient(listener.port())) {
            assertEquals(
                    List.of(
                            "HTTP/1.1 200 OK",
                            "Date: today",
                            "Content-Type: text/x",
                            "Content-Length: 2",
                            "Connection: keep-alive",
                            "x-amzn-RequestId: r",
                            "set-cookie: a",
                            "Set-Cookie: b"),
                    client.head("GET / HTTP/1.1", "Host: localhost").read().head());
            assertEquals(
                    List.of(
                            "HTTP/1.1 200 OK",
                            "Date: today",
                            "Content-Type: text/x",
                            "Content-Length: 2",
                            "Connection: close",
                            "x-amzn-RequestId: r",
                            "set-cookie: a",
                            "Set-Cookie: b"),
                    client.head("GET / HTTP/1.1", "Host: localhost", "Connection: TE, Close")
                            .read()
                            .head());
            assertEquals("", client.readToEnd());
        }
    }

    @Test
    void aConnectionHeaderOfTheGatewayIsKept() throws Exception {
        var answer =
                new HttpResponse(200, Headers.of("connection", "close", "Content-Length", "0", "X", "y"), Body.EMPTY);
        try (var listener = listen(ScriptedGateway.answering(request -> new Step.Reply(answer)));
                var client = new WireClient(listener.port())) {
            assertEquals(
                    List.of("connection: close", "Content-Length: 0", "X: y"),
                    client.head("GET / HTTP/1.1", "Host: localhost").read().headerLines());
            assertEquals("", client.readToEnd());
        }
    }

    @Test
    void aConnectionServesManyRequestsAndPipelinedOnesInOrder() throws Exception {
        try (var listener = listen(ScriptedGateway.echo());
                var client = new WireClient(listener.port())) {
            var many = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                many.append("POST /").append(i).append(" HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi");
                many.append("GET /").append(i).append(" HTTP/1.1\r\nHost: h\r\n\r\n");
            }
            client.send(many.toString());
            for (int i = 0; i < 50; i++) {
                assertEquals("POST /" + i + " hi", client.read().body());
                assertEquals("GET /" + i + " ", client.read().body());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE", "get", "M-SEARCH"})
    void everyMethodReachesTheGateway(String method) throws Exception {
        try (var listener = listen(ScriptedGateway.echo());
                var client = new WireClient(listener.port())) {
            assertEquals(
                    method + " /x ",
                    client.head(method + " /x HTTP/1.1", "Host: h").read().body());
        }
    }

    @Test
    void headIsAnsweredWithTheLengthButNoBody() throws Exception {
        try (var listener = listen(ScriptedGateway.echo());
                var client = new WireClient(listener.port())) {
            var answer = client.head("HEAD /x HTTP/1.1", "Host: h").readWithoutBody();
            assertEquals(List.of("Content-Length: 8", "Connection: keep-alive"), answer.headerLines());
            assertEquals(
                    "GET / ", client.head("GET / HTTP/1.1", "Host: h").read().body());
        }
    }

    @Test
    void aPayloadComesWholeWithLengthOrInChunks() throws Exception {
        try (var listener = listen(ScriptedGateway.echo());
                var client = new WireClient(listener.port())) {
            client.head("POST / HTTP/1.1", "Host: h", "Content-Length: 6").send("abc");
            assertEquals("POST / abcdef", client.send("def").read().body());
            client.head("POST / HTTP/1.1", "Host: h", "Transfer-Encoding: chunked")
                    .send("3\r\nabc\r\n");
            assertEquals(
                    "POST / abcxy", client.send("2\r\nxy\r\n0\r\n\r\n").read().body());
        }
    }

    @Test
    void expectContinueIsAnsweredBeforeThePayload() throws Exception {
        try (var listener = listen(ScriptedGateway.echo());
                var client = new WireClient(listener.port())) {
            client.head("POST / HTTP/1.1", "Host: h", "Content-Length: 2", "Expect: 100-continue");
            assertEquals(100, client.readWithoutBody().status());
            assertEquals("POST / hi", client.send("hi").read().body());
        }
    }

    @Test
    void http10IsServedAndEndsItsConnectionUnlessAskedNotTo() throws Exception {
        try (var listener = listen(ScriptedGateway.echo());
                var client = new WireClient(listener.port())) {
            var kept = client.head("GET /a HTTP/1.0", "Connection: keep-alive").read();
            assertTrue(kept.headerLines().contains("Connection: keep-alive"), kept::toString);
            var last = client.head("GET /b HTTP/1.0").read();
            assertTrue(last.headerLines().contains("Connection: close"), last::toString);
            assertEquals("", client.readToEnd());
        }
    }
}
