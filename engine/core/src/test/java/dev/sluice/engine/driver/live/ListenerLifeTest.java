package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A listener starts, meets trouble and stops without leaving anything behind. */
class ListenerLifeTest {
    private static final long NOW = 1_000_000_000_000L;

    private final LogLines log = new LogLines(LiveListener.class.getPackageName());

    @AfterEach
    void closeLog() {
        log.close();
    }

    private static LiveListener listen(Dialogue.Opener gateway, ListenerOptions options) throws ListenException {
        return LiveListener.start(gateway, options, () -> NOW);
    }

    @Test
    void aTakenPortIsSaidInOneSentence() throws Exception {
        try (var first = listen(ScriptedGateway.echo(), ListenerOptions.STANDARD)) {
            var taken = ListenerOptions.STANDARD.onPort(first.port());
            var refused = assertThrows(ListenException.class, () -> listen(ScriptedGateway.echo(), taken));
            assertEquals(
                    "Port " + first.port()
                            + " of 127.0.0.1 is taken by another program: stop that, or choose another port, or 0 for"
                            + " any free one.",
                    refused.getMessage());
        }
    }

    @Test
    void anAddressOfAnotherMachineIsSaidInOneSentence() {
        var elsewhere = ListenerOptions.STANDARD.onHost("192.0.2.1");
        var refused = assertThrows(ListenException.class, () -> listen(ScriptedGateway.echo(), elsewhere));
        assertEquals("192.0.2.1 is no address of this machine: use 127.0.0.1.", refused.getMessage());
    }

    @Test
    void severalEventLoopsShareOnePort() throws Exception {
        var options = new ListenerOptions(
                "127.0.0.1", 0, 2, 100, 10_240, 1_000_000, 60_000_000_000L, 60_000_000_000L, 1_000_000_000L);
        try (var listener = listen(ScriptedGateway.echo(), options);
                var one = new WireClient(listener.port());
                var two = new WireClient(listener.port())) {
            assertEquals(
                    "GET /1 ", one.head("GET /1 HTTP/1.1", "Host: h").read().body());
            assertEquals(
                    "GET /2 ", two.head("GET /2 HTTP/1.1", "Host: h").read().body());
        }
    }

    @Test
    void aBugOfOursIsAnswered500AndTheListenerLivesOn() throws Exception {
        var gateway = ScriptedGateway.answering(request -> {
            if (request.target().equals("/bug")) {
                throw new IllegalStateException("a bug\non purpose");
            }
            return ScriptedGateway.reply(200, "fine");
        });
        try (var listener = listen(gateway, ListenerOptions.STANDARD);
                var client = new WireClient(listener.port())) {
            var answer = client.head("GET /bug HTTP/1.1", "Host: h").read();
            assertEquals(500, answer.status());
            String line = log.next();
            assertTrue(
                    line.startsWith("GET /bug answered 500, a fault of Sluice itself:"
                            + " java.lang.IllegalStateException: a bug on purpose at dev.sluice"),
                    line);
            assertEquals("{\"message\": \"Internal server error\"}", answer.body());
            assertEquals("fine", client.head("GET / HTTP/1.1", "Host: h").read().body());
        }
    }

    @Test
    void aHeaderThatWouldSplitTheResponseIsABugAndNotSent() throws Exception {
        var split = new HttpResponse(200, Headers.of("X", "1\r\nY: 2", "Content-Length", "0"), Body.EMPTY);
        try (var listener =
                        listen(ScriptedGateway.answering(request -> new Step.Reply(split)), ListenerOptions.STANDARD);
                var client = new WireClient(listener.port())) {
            var answer = client.head("GET / HTTP/1.1", "Host: h").read();
            assertEquals(500, answer.status());
            assertEquals(
                    List.of("content-type: application/json", "content-length: 36", "Connection: keep-alive"),
                    answer.headerLines());
        }
    }

    @Test
    void stoppingLetsRequestsInFlightFinishAndThenTakesNoMore() throws Exception {
        var answer = new HttpResponse(200, Headers.of("Content-Length", "4"), Body.utf8("done"));
        Call.ToModel slow =
                nowNanos -> new Call.Timed(new Outcome.Answered(answer), TimeUnit.MILLISECONDS.toNanos(200));
        var gateway = ScriptedGateway.calling(slow, NOW + TimeUnit.SECONDS.toNanos(20));
        var listener = listen(gateway, ListenerOptions.STANDARD);
        try (var client = new WireClient(listener.port());
                var idle = new WireClient(listener.port())) {
            client.head("GET / HTTP/1.1", "Host: h");
            gateway.nextRequest();
            var stopped = CompletableFuture.runAsync(listener::close);
            var last = client.read();
            assertEquals("done", last.body());
            assertTrue(last.headerLines().contains("Connection: close"), last::toString);
            assertEquals("", idle.readToEnd());
            stopped.get(20, TimeUnit.SECONDS);
            assertThrows(ConnectException.class, () -> new WireClient(listener.port()));
        }
    }

    @Test
    void stoppingDoesNotWaitForeverForARequestInFlight() throws Exception {
        Call.ToModel never = nowNanos -> new Call.Timed(new Outcome.TimedOut(), Long.MAX_VALUE);
        var gateway = ScriptedGateway.calling(never, Long.MAX_VALUE);
        var impatient = new ListenerOptions(
                "127.0.0.1", 0, 1, 100, 10_240, 1_000_000, 60_000_000_000L, 60_000_000_000L, 50_000_000L);
        var listener = listen(gateway, impatient);
        try (var client = new WireClient(listener.port())) {
            client.head("GET / HTTP/1.1", "Host: h");
            gateway.nextRequest();
            listener.close();
            assertEquals("", client.readToEnd());
        }
    }
}
