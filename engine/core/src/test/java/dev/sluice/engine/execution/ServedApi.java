package dev.sluice.engine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.ImportedApi;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.BehaviourProfile.TimeoutCeiling;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.ExchangeRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One API on stage {@code prod}, called at times the test chooses; its endpoint counts its calls. */
public final class ServedApi {
    public static final long START = 1_795_000_000_000_000_000L;
    public static final String ID = "a1b2c3d4e5";

    private final Engine engine;
    private int calls;

    private ServedApi(Engine engine) {
        this.engine = engine;
    }

    /** An API without problems, on a stage that logs everything. */
    public static ServedApi of(String yaml) {
        var setting = new MethodSetting(Optional.empty(), MethodSetting.LoggingLevel.INFO, true, false);
        return of(yaml, new Stage("prod", "d1", "", Map.of("*/*", setting), Map.of(), Optional.empty(), false));
    }

    public static ServedApi of(String yaml, Stage stage) {
        ImportedApi api = OpenApiReader.read(
                "api.yaml",
                yaml.getBytes(StandardCharsets.UTF_8),
                new ImportSettings(ID, Account.DEFAULT, TimeoutCeiling.RAISABLE));
        assertEquals(List.of(), api.problems());
        var definition = api.definition().orElseThrow();
        var deployments = List.of(new Deployment("d1", "", 1, definition), new Deployment("d2", "", 2, definition));
        return new ServedApi(Engine.open(
                Workspace.empty("w").withRestApi(new RestApi(ID, definition, deployments, List.of(stage))),
                Engine.Settings.startingAt(START, 1)));
    }

    public Engine engine() {
        return engine;
    }

    /** How often the endpoint was called. */
    public int calls() {
        return calls;
    }

    public HttpResponse send(String method, String path, Headers headers, Body body) {
        return send(method, path, headers, body, START);
    }

    /** @param path within the stage, with query */
    public HttpResponse send(String method, String path, Headers headers, Body body, long nowNanos) {
        var withHost = headers.toBuilder()
                .add("Host", ID + ".execute-api.us-east-1.amazonaws.com")
                .build();
        Exchange exchange = engine.gateway().open(new HttpRequest(method, "/prod" + path, withHost, body, "127.0.0.1"));
        Step step = exchange.begin(nowNanos);
        while (step instanceof Step.Invoke) {
            var answer = new HttpResponse(200, Headers.of("X-Call", "" + ++calls), Body.utf8("call " + calls));
            step = exchange.resume(new Outcome.Answered(answer), nowNanos);
        }
        return ((Step.Reply) step).response();
    }

    public ExchangeRecord lastRecord() {
        return engine.journal().newest(1).getFirst();
    }
}
