package dev.sluice.engine.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Sends requests to an engine's control plane and to its APIs, without a socket. */
final class ControlClient {
    static final long NOW = 1_795_000_000_000_000_000L;

    final Engine engine;
    private final ControlPlane plane;

    ControlClient(Engine engine) {
        this.engine = engine;
        plane = ControlPlane.before(engine);
    }

    /** The sample built on the article. */
    static ControlClient ofArticle() {
        Path sample = Path.of("../../sample-apis/troubleshooting-429");
        return new ControlClient(
                Engine.open(WorkspaceFolder.open(sample).workspace(), Engine.Settings.startingAt(NOW, 7)));
    }

    HttpResponse send(String method, String target, String body, String... headers) {
        var request = new HttpRequest(method, target, Headers.of(headers), Body.utf8(body), "127.0.0.1");
        Dialogue dialogue = plane.open(request);
        Step step = dialogue.begin(NOW);
        while (step instanceof Step.Invoke(Call call, long deadlineNanos)) {
            step = dialogue.resume(((Call.ToModel) call).perform(NOW).outcome(), NOW);
        }
        return ((Step.Reply) step).response();
    }

    /** The JSON of an answer that must have the status. */
    JsonNode call(int status, String method, String target, String body) {
        HttpResponse answer = send(method, target, body, "Host", "127.0.0.1:4567");
        assertEquals(status, answer.status(), () -> answer.body().utf8());
        return answer.body().isEmpty()
                ? Json.object()
                : Json.read(answer.body().utf8()).orElseThrow();
    }

    /** The code and message of the error that the request is answered with. */
    String error(String method, String target, String body) {
        HttpResponse answer = send(method, target, body, "Host", "127.0.0.1:4567");
        JsonNode json = Json.read(answer.body().utf8()).orElse(Json.object());
        return answer.headers().first("x-amzn-ErrorType").orElse("none") + " | " + Json.text(json, "message");
    }
}
