package dev.sluice.engine.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.Call;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which requests are for AWS's services, which for the APIs, and who is not let in. */
class ControlPlaneTest {
    private static final long NOW = 1_795_000_000_000_000_000L;
    private final Engine engine = Engine.open(
            WorkspaceFolder.open(Path.of("../../sample-apis/troubleshooting-429"))
                    .workspace(),
            Engine.Settings.startingAt(NOW, 7));
    private final ControlPlane plane = ControlPlane.before(engine);

    @Test
    void aPathOfTheServiceIsAnsweredByTheService() {
        HttpResponse answer = send("GET", "/restapis/a1b2c3d4e5/stages/prod", "Host", "127.0.0.1:4567");
        assertEquals(200, answer.status());
        assertTrue(
                answer.body().utf8().contains("\"methodSettings\":{"),
                answer.body().utf8());
    }

    @Test
    void aCallOfAnApiIsNotForTheService() {
        assertEquals(
                403,
                send("GET", "/restapis", "Host", "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com")
                        .status());
        String key = "free-key-0000000000000001";
        assertEquals(
                200,
                send("GET", "/_aws/execute-api/a1b2c3d4e5/prod/users", "Host", "x", "x-api-key", key)
                        .status());
        String older = "/restapis/a1b2c3d4e5/prod/_user_request_/users";
        assertEquals(
                200, send("GET", older, "Host", "127.0.0.1", "x-api-key", key).status());
    }

    @Test
    void webPagesAndForeignHostsAreRefused() {
        assertEquals(403, send("GET", "/restapis", "Host", "rebound.example").status());
        assertEquals(
                403,
                send("GET", "/restapis", "Host", "localhost", "Origin", "http://evil.example")
                        .status());
        assertEquals(
                403,
                send("GET", "/restapis", "Host", "localhost", "Sec-Fetch-Site", "cross-site")
                        .status());
        assertEquals(403, send("GET", "/restapis").status());
    }

    @Test
    void anErrorHasItsCodeInHeaderAndBody() {
        HttpResponse answer = send("GET", "/restapis/nothing/stages/prod", "Host", "localhost:80");
        assertEquals(404, answer.status());
        assertEquals(
                "NotFoundException", answer.headers().first("x-amzn-ErrorType").orElse(""));
        assertEquals(
                "{\"__type\":\"NotFoundException\",\"message\":\"Invalid API identifier specified 123456789012:nothing\"}",
                answer.body().utf8());
    }

    @Test
    void whatIsNotThereSaysSo() {
        assertEquals(404, send("GET", "/sdktypes", "Host", "localhost").status());
        assertEquals(
                404,
                send("POST", "/", "Host", "localhost", "X-Amz-Target", "Nobody.Nothing")
                        .status());
    }

    private HttpResponse send(String method, String target, String... headers) {
        var request = new HttpRequest(method, target, Headers.of(headers), Body.EMPTY, "127.0.0.1");
        Dialogue dialogue = plane.open(request);
        Step step = dialogue.begin(NOW);
        while (step instanceof Step.Invoke(Call call, long deadlineNanos)) {
            step = dialogue.resume(((Call.ToModel) call).perform(NOW).outcome(), NOW);
        }
        return ((Step.Reply) step).response();
    }
}
