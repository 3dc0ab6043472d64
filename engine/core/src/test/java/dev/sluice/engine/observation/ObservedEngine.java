package dev.sluice.engine.observation;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.ExchangeRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An engine with one API to watch, in virtual time: the calls it asks for are answered at once. */
public final class ObservedEngine {
    public static final String API = "a1b2c3d4e5";
    public static final long START = 1_795_000_000_000_000_000L;
    public static final long SECOND = 1_000_000_000L;

    /** What the authorizer says to everybody. */
    private static final String DOOR = """
            {"principalId": "user", "context": {"team": "blue"}, "policyDocument": {"Version": "2012-10-17", "Statement":
             [{"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "*"}]}}""";

    private static final String DOCUMENT = """
            {"openapi": "3.0.1", "info": {"title": "watched", "version": "1"},
             "components": {"securitySchemes": {"door": {"type": "apiKey", "name": "Authorization", "in": "header",
              "x-amazon-apigateway-authtype": "custom", "x-amazon-apigateway-authorizer": {"type": "token",
               "authorizerResultTtlInSeconds": 0, "authorizerUri":
               "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:door/invocations"}}}},
             "paths": {
              "/guarded": {
                "get": {"responses": {"200": {"description": "ok"}}, "security": [{"door": []}],
                 "x-amazon-apigateway-integration": {"type": "mock",
                  "requestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
                  "responses": {"default": {"statusCode": "200"}}}}},
              "/pets/{petId}": {
                "get": {"responses": {"200": {"description": "ok"}},
                 "x-amazon-apigateway-integration": {"type": "mock",
                  "requestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
                  "responses": {"default": {"statusCode": "200", "responseTemplates":
                   {"application/json": "{\\"id\\": \\"$input.params('petId')\\"}"}}}}}},
              "/broken": {
                "get": {"responses": {},
                 "x-amazon-apigateway-integration": {"type": "mock",
                  "requestTemplates": {"application/json": "nothing"}, "responses": {"default": {"statusCode": "200"}}}}},
              "/unreachable": {
                "get": {"responses": {"200": {"description": "ok"}},
                 "x-amazon-apigateway-integration": {"type": "http", "httpMethod": "GET", "uri": "http://nobody.test/x",
                  "responses": {"default": {"statusCode": "200"}}}}},
              "/function": {
                "post": {"responses": {},
                 "x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST", "uri":
                  "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:fn/invocations"}}}}}
            """;

    /** What the stage is like. */
    public record Watch(LoggingLevel level, boolean dataTrace, boolean metrics, boolean tracing, String accessFormat) {
        public static final Watch NOTHING = new Watch(LoggingLevel.OFF, false, false, false, "");
    }

    private final Engine engine;
    private long nowNanos = START;

    public ObservedEngine(Watch watch) {
        this(watch, Optional.empty());
    }

    public ObservedEngine(Watch watch, Optional<ThrottleSettings> throttle) {
        engine = Engine.open(workspace(watch, throttle), Engine.Settings.startingAt(START, 1));
    }

    public Engine engine() {
        return engine;
    }

    public void pass(long nanos) {
        nowNanos += nanos;
    }

    /** Sends it to the stage; the answer's record is the newest of the journal. */
    public HttpResponse send(String method, String pathAndQuery, String body, String... headers) {
        Headers.Builder all = Headers.of(headers).toBuilder().set("Host", API + ".execute-api.us-east-1.amazonaws.com");
        var request = new HttpRequest(method, "/prod" + pathAndQuery, all.build(), Body.utf8(body), "192.0.2.7");
        return run(engine.gateway().open(request));
    }

    public HttpResponse get(String pathAndQuery, String... headers) {
        return send("GET", pathAndQuery, "", headers);
    }

    public ExchangeRecord newest() {
        return engine.journal().newest(1).getFirst();
    }

    public HttpResponse run(Exchange exchange) {
        Step step = exchange.begin(nowNanos);
        while (step instanceof Step.Invoke(Call call, long deadlineNanos)) {
            nowNanos += 12_000_000L;
            Outcome outcome = call instanceof Call.ToModel model
                    ? model.perform(nowNanos).outcome()
                    : new Outcome.Unreachable("refused");
            step = exchange.resume(outcome, nowNanos);
        }
        return ((Step.Reply) step).response();
    }

    private static Workspace workspace(Watch watch, Optional<ThrottleSettings> throttle) {
        ApiDefinition definition = definition();
        var setting = new MethodSetting(throttle, watch.level(), watch.dataTrace(), watch.metrics());
        Optional<AccessLogSettings> accessLog = watch.accessFormat().isEmpty()
                ? Optional.empty()
                : Optional.of(new AccessLogSettings(
                        "arn:aws:logs:us-east-1:123456789012:log-group:access:*", watch.accessFormat()));
        var stage = new Stage(
                "prod",
                "d1",
                "",
                Map.of(Stage.ALL_METHODS, setting),
                Map.of(),
                Optional.empty(),
                watch.tracing(),
                Optional.empty(),
                accessLog);
        return Workspace.empty("watched")
                .withRestApi(
                        new RestApi(API, definition, List.of(new Deployment("d1", "", 0, definition)), List.of(stage)))
                .withBackend(
                        new Backend.ModelledFunction("door", new FunctionAnswer.Payload(DOOR), Backend.Latency.NONE))
                .withBackend(new Backend.ModelledFunction(
                        "fn",
                        new FunctionAnswer.Payload("{\"statusCode\": 201, \"body\": \"made\"}"),
                        Backend.Latency.NONE));
    }

    public static ApiDefinition definition() {
        return OpenApiReader.read(
                        "watched.json",
                        DOCUMENT.getBytes(StandardCharsets.UTF_8),
                        new ImportSettings(API, Account.DEFAULT, BehaviourProfile.AWS.timeoutCeiling()))
                .definition()
                .orElseThrow();
    }
}
