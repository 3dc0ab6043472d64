package dev.sluice.engine.driver.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.driver.live.ListenerOptions;
import dev.sluice.engine.driver.live.LiveListener;
import dev.sluice.engine.driver.live.WallClock;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The sample with functions, as its README calls it, and as it answers where nobody trusts it. */
class FunctionSampleTest {
    private static final Path SAMPLE = Path.of("../../sample-apis/functions-node-python");
    private static final WallClock CLOCK = WallClock.system();

    private final Engine engine =
            Engine.open(WorkspaceFolder.open(SAMPLE).workspace(), Engine.Settings.startingAt(CLOCK.nowNanos(), 5));

    private static HttpResponse<String> get(LiveListener listener, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + listener.port() + "/_aws/execute-api/fn0n0depy1/dev" + path);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }

    private Cause cause() {
        return engine.journal().newest(1).getFirst().refusal().orElseThrow().cause();
    }

    @Test
    void everyCallOfItsReadmeAnswersAsTheReadmeSays() throws Exception {
        if (!RunningFunctions.has("node") || !RunningFunctions.has("python3")) {
            return;
        }
        try (var functions =
                        FunctionProcesses.start(ProcessOptions.in(SAMPLE, "us-east-1"), engine.functionLog(), CLOCK);
                var listener = LiveListener.start(engine.gateway(), ListenerOptions.STANDARD, CLOCK, functions)) {
            assertEquals(
                    "{\"message\":\"Hello, you\",\"invocationsOfThisEnvironment\":1}",
                    get(listener, "/node?name=you").body());
            assertEquals(
                    "{\"message\": \"Hello, you\", \"invocationsOfThisEnvironment\": 1}",
                    get(listener, "/python?name=you").body());
            assertEquals(502, get(listener, "/crash").statusCode());
            assertTrue(cause() instanceof Cause.FunctionError(String type, String message)
                    && type.equals("Runtime.ExitError"));
            assertEquals("slept 0.1 s", get(listener, "/slow?seconds=0.1").body());
            assertEquals(502, get(listener, "/slow").statusCode());
            assertTrue(cause() instanceof Cause.FunctionError(String type, String message)
                    && message.endsWith("Task timed out after 2.00 seconds"));
        }
    }

    @Test
    void untrustedItAnswersWithAReasonThatSaysWhatToDo() throws Exception {
        try (var listener = LiveListener.start(engine.gateway(), ListenerOptions.STANDARD, CLOCK)) {
            assertEquals(504, get(listener, "/node").statusCode());
            assertTrue(cause() instanceof Cause.EndpointUnreachable(String reason) && reason.contains("--trust"));
        }
    }
}
