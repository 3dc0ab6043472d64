package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.queue.QueueReading;
import dev.sluice.engine.driver.simulation.Answer;
import dev.sluice.engine.driver.simulation.Arrival;
import dev.sluice.engine.driver.simulation.Simulation;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The article's asynchronous pattern from the sample as it lies in the repository, over a socket and in virtual time.
 */
class AsyncJobsSampleTest {
    private static final Path SAMPLE = Path.of("../../sample-apis/async-jobs");
    private static final String API = "/_aws/execute-api/as1ncj0b5s/prod";
    private static final long START = 1_795_000_000_000_000_000L;
    private static final String JOB = "{\"month\": 11}";

    private final AtomicLong clock = new AtomicLong(START);
    private final Engine engine =
            Engine.open(WorkspaceFolder.open(SAMPLE).workspace(), Engine.Settings.startingAt(START, 7));
    private final LiveListener listener;
    private final WireClient client;

    AsyncJobsSampleTest() throws IOException {
        listener = LiveListener.start(engine.gateway(), ListenerOptions.STANDARD.onPort(0), clock::get);
        client = new WireClient(listener.port());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        listener.close();
    }

    private WireClient.Answer live(String method, String path, String body) throws IOException {
        String head = method + " " + API + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        String length =
                body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
        return client.send(head + length + "\r\n" + body).read();
    }

    private void passSeconds(long seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    /** One request alone in virtual time. */
    private Answer<String> simulated(String method, String path, String body, long atNanos) {
        Headers headers = body.isEmpty()
                ? Headers.of("Host", "h")
                : Headers.of("Host", "h", "Content-Type", "application/json", "Content-Length", "" + body.length());
        var request = new HttpRequest(method, API + path, headers, Body.utf8(body), "127.0.0.1");
        var answers = new ArrayList<Answer<String>>();
        new Simulation<>(
                        engine.gateway(),
                        List.of(new Arrival<>(atNanos, request, path)).iterator(),
                        answers::add)
                .run();
        return answers.getFirst();
    }

    private static String id(String body) {
        assertTrue(body.startsWith("{\"id\": \""), body);
        return body.substring(8, body.indexOf('"', 8));
    }

    private QueueReading queue(String name, long nowNanos) {
        return engine.services().read(nowNanos).queues().stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aJobIsTakenAtOnceAndPolledUntilItSucceedsOverTheSocket() throws IOException {
        WireClient.Answer taken = live("POST", "/jobs", JOB);
        assertEquals(202, taken.status());
        String id = id(taken.body());
        passSeconds(34);
        assertEquals(
                "{\"id\": \"" + id + "\", \"status\": \"RUNNING\"}",
                live("GET", "/jobs/" + id, "").body().strip());
        passSeconds(1);
        assertEquals(
                "{\"id\": \"" + id + "\", \"status\": \"SUCCEEDED\", \"result\": {\"report\":\"the report\"}}",
                live("GET", "/jobs/" + id, "").body().strip());
        passSeconds(1);
        assertEquals(1, queue("finished", clock.get()).visible());
    }

    @Test
    void aJobIsTakenAtOnceAndPolledUntilItSucceedsInVirtualTime() {
        Answer<String> taken = simulated("POST", "/jobs", JOB, START);
        assertEquals(202, taken.response().status());
        assertEquals(START, taken.endNanos());
        String path = "/jobs/" + id(taken.response().body().utf8());
        long doneNanos = START + TimeUnit.SECONDS.toNanos(35);
        assertTrue(simulated("GET", path, "", doneNanos - 1)
                .response()
                .body()
                .utf8()
                .contains("RUNNING"));
        assertTrue(
                simulated("GET", path, "", doneNanos).response().body().utf8().contains("SUCCEEDED"));
    }

    @Test
    void theSameFunctionBehindTheGatewayTimesOutAtTwentyNineSeconds() {
        Answer<String> answer = simulated("GET", "/jobs/slow", "", START);
        assertEquals(504, answer.response().status());
        assertEquals(START + TimeUnit.SECONDS.toNanos(29), answer.endNanos());
    }

    @Test
    void anUnknownJobIsNotFound() throws IOException {
        WireClient.Answer answer = live("GET", "/jobs/nothing", "");
        assertEquals(404, answer.status());
        assertEquals("{\"message\": \"There is no job with this id\"}", answer.body());
    }

    @Test
    void theQueueIsDrainedByTwoWorkersOverTheSocketAndInVirtualTime() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertEquals(202, live("POST", "/queue", JOB).status());
        }
        passSeconds(1);
        assertEquals(
                "{\"ApproximateNumberOfMessages\": 1, \"ApproximateNumberOfMessagesNotVisible\": 2}",
                live("GET", "/queue", "").body().strip());
        long laterNanos = START + TimeUnit.SECONDS.toNanos(71);
        HttpResponse counts = simulated("GET", "/queue", "", laterNanos).response();
        assertEquals(
                "{\"ApproximateNumberOfMessages\": 0, \"ApproximateNumberOfMessagesNotVisible\": 0}",
                counts.body().utf8().strip());
        assertEquals(3, queue("jobs", laterNanos).deleted());
    }
}
