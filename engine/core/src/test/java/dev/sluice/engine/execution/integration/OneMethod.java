package dev.sluice.engine.execution.integration;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.ServiceBackend;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Gateway;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.execution.serving.RuntimeState;
import dev.sluice.engine.execution.serving.ServingTableBuilder;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.JournalStore;
import dev.sluice.engine.journal.Refusal;
import dev.sluice.engine.observation.logs.ExecutionLog;
import dev.sluice.engine.observation.logs.LogLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A gateway with one method {@code ANY /t/{id}}, whose integration a test writes and whose calls it answers. */
final class OneMethod {
    static final long NOW = 1_800_000_000_000_000_000L;

    static final String FUNCTION =
            "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:fn/invocations";

    private final Gateway gateway;
    private final JournalStore journal = new JournalStore(16);
    private final List<Call> calls = new ArrayList<>();
    private long deadlineNanos;

    private OneMethod(ApiDefinition definition, BehaviourProfile profile) {
        var logged = new MethodSetting(Optional.empty(), LoggingLevel.INFO, true, false);
        var stage = new Stage(
                "s",
                "d",
                "",
                Map.of(Stage.ALL_METHODS, logged),
                Map.of("queue", "orders", "fn", "fn"),
                Optional.empty(),
                false);
        var api =
                new RestApi("a1b2c3d4e5", definition, List.of(new Deployment("d", "", 0, definition)), List.of(stage));
        var workspace = new Workspace(
                "w",
                profile,
                Account.DEFAULT,
                List.of(api),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Backend.ModelledFunction("fn", new FunctionAnswer.EchoEvent(), Backend.Latency.NONE),
                        ServiceBackend.Queue.named("orders"),
                        new ServiceBackend.RecordingService("files", "s3", Map.of())));
        RuntimeState state = RuntimeState.fresh();
        state.services().configure(workspace);
        var table = ServingTableBuilder.build(workspace, state);
        gateway = new Gateway(() -> table, journal, 1);
    }

    /** @param integration as in {@code x-amazon-apigateway-integration}, YAML in flow or block style */
    static OneMethod with(String integration) {
        return with(integration, BehaviourProfile.AWS);
    }

    static OneMethod with(String integration, BehaviourProfile profile) {
        return new OneMethod(read("", integration), profile);
    }

    static OneMethod withBinary(String mediaTypes, String integration) {
        return new OneMethod(
                read("x-amazon-apigateway-binary-media-types: [" + mediaTypes + "]\n", integration),
                BehaviourProfile.AWS);
    }

    private static ApiDefinition read(String head, String integration) {
        String yaml = "openapi: 3.0.1\ninfo: {title: t, version: '1'}\n" + head
                + "paths:\n  /t/{id}:\n    x-amazon-apigateway-any-method:\n"
                + "      responses: {}\n      x-amazon-apigateway-integration:\n" + integration.indent(8);
        var imported = OpenApiReader.read(
                "t.yaml",
                yaml.getBytes(StandardCharsets.UTF_8),
                new ImportSettings("a1b2c3d4e5", Account.DEFAULT, BehaviourProfile.AWS.timeoutCeiling()));
        if (imported.hasErrors()) {
            throw new AssertionError(imported.problems());
        }
        return imported.definition().orElseThrow();
    }

    static HttpRequest get(String pathAndQuery, String... headers) {
        return request("GET", pathAndQuery, Body.EMPTY, headers);
    }

    static HttpRequest post(String body, String... headers) {
        return request("POST", "/7", Body.utf8(body), headers);
    }

    static HttpRequest request(String method, String pathAndQuery, Body body, String... headers) {
        Headers all = Headers.of(headers).toBuilder()
                .add("Host", "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com")
                .build();
        return new HttpRequest(method, "/s/t" + pathAndQuery, all, body, "127.0.0.1");
    }

    static Outcome answer(int status, String body, String... headers) {
        return new Outcome.Answered(new HttpResponse(status, Headers.of(headers), Body.utf8(body)));
    }

    /** Sends a request; every call it makes is answered with the outcome. */
    HttpResponse send(HttpRequest request, Outcome outcome) {
        return send(request, ignored -> outcome);
    }

    HttpResponse send(HttpRequest request, Function<Call, Outcome> neighbour) {
        calls.clear();
        Exchange exchange = gateway.open(request);
        Step step = exchange.begin(NOW);
        while (step instanceof Step.Invoke(Call call, long deadline)) {
            calls.add(call);
            deadlineNanos = deadline;
            step = exchange.resume(neighbour.apply(call), NOW + 1);
        }
        return ((Step.Reply) step).response();
    }

    /** Sends a request that must not call anybody. */
    HttpResponse sendUncalled(HttpRequest request) {
        return send(request, call -> {
            throw new AssertionError("called " + call);
        });
    }

    /** The call that the last request made. */
    Call call() {
        return calls.getLast();
    }

    /** By when the last call had to be answered, in milliseconds from when it was made. */
    long waitMillis() {
        return (deadlineNanos - NOW) / 1_000_000L;
    }

    Cause cause() {
        return record().refusal().map(Refusal::cause).orElseThrow();
    }

    /** The execution log, without the request id in front of each line. */
    List<String> log() {
        return ExecutionLog.lines(record()).stream()
                .map(LogLine::message)
                .map(line -> line.substring(line.indexOf(") ") + 2))
                .toList();
    }

    private ExchangeRecord record() {
        return journal.newest(1).getFirst();
    }
}
