package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.definition.HttpFunction;
import dev.sluice.engine.execution.FunctionWorkspaces;
import dev.sluice.engine.journal.Cause;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Functions behind an address: the event is posted, and the answer is read as the Runtime Interface Emulator gives it.
 */
class PostedFunctionTest {
    private static final String PATH = "/2015-03-31/functions/function/invocations";

    private static Engine engine(int port) {
        var function = new HttpFunction("f", "http://127.0.0.1:" + port + PATH);
        return Engine.open(FunctionWorkspaces.of(function), Engine.Settings.startingAt(0, 1));
    }

    /** Status and cause of one call, with a server that answers so. */
    private static String called(String answer) throws Exception {
        try (var backend = new WireServer((connection, number) -> {
            connection.readRequest();
            connection.send(answer);
        })) {
            return called(engine(backend.port()));
        }
    }

    private static String called(Engine engine) throws Exception {
        try (var listener = LiveListener.start(engine.gateway(), ListenerOptions.STANDARD, WallClock.system());
                var client = new WireClient(listener.port())) {
            var answer = client.head("GET /prod/f HTTP/1.1", "Host: a1b2c3d4e5.execute-api.localhost")
                    .read();
            return answer.status() + " " + answer.body()
                    + engine.journal()
                            .newest(1)
                            .getFirst()
                            .refusal()
                            .map(r -> " " + r.cause())
                            .orElse("");
        }
    }

    private static String ok(String payload, String... headers) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + payload.length() + "\r\n" + String.join("", List.of(headers))
                + "\r\n" + payload;
    }

    @Test
    void thePayloadIsTheAnswerAndTheEventWasPosted() throws Exception {
        String payload = "{\"statusCode\":201,\"body\":\"done\"}";
        try (var backend = new WireServer((connection, number) -> {
            connection.readRequest();
            connection.send(ok(payload));
        })) {
            assertEquals("201 done", called(engine(backend.port())));
            List<String> request = backend.nextHead();
            assertEquals("POST " + PATH + " HTTP/1.1", request.getFirst());
            assertTrue(request.getLast().contains("\"path\":\"/f\""), request.toString());
        }
    }

    @Test
    void anErrorIsKnownByItsHeaderItsShapeOrTheEmulatorsWords() throws Exception {
        String error = "{\"errorMessage\":\"no\",\"errorType\":\"ValueError\",\"stackTrace\":[]}";
        String expected = "502 {\"message\": \"Internal server error\"} ";
        assertEquals(expected + new Cause.FunctionError("ValueError", "no"), called(ok(error)));
        assertEquals(
                expected + new Cause.FunctionError("", ""),
                called(ok("{\"x\":1}", "X-Amz-Function-Error: Unhandled\r\n")));
        assertEquals(
                expected + new Cause.FunctionError("", "Task timed out after 3.00 seconds"),
                called(ok("Task timed out after 3.00 seconds")));
    }

    @Test
    void aServerThatRefusesIsAFunctionThatWasNotInvoked() throws Exception {
        assertEquals(
                "500 {\"message\": \"Internal server error\"} " + new Cause.FunctionNotInvoked(429),
                called("HTTP/1.1 429 Too Many\r\nContent-Length: 0\r\n\r\n"));
    }

    @Test
    void noServerIsSaidInTheCause() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertEquals(
                "504 {\"message\": \"Network error communicating with endpoint\"} "
                        + new Cause.EndpointUnreachable("Connection to 127.0.0.1:" + free + " refused"),
                called(engine(free)));
    }
}
