package dev.sluice.engine.execution.authorization;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.FunctionInvocation;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.ImportedApi;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.BehaviourProfile.TimeoutCeiling;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.TokenIssuer;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.observation.logs.ExecutionLog;
import dev.sluice.engine.observation.logs.LogLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One API in an engine of its own, called in virtual time; its functions answer as told and remember their events. */
final class TriedApi {
    static final String API_ID = "abcdef1234";
    static final String HOST = API_ID + ".execute-api.us-east-1.amazonaws.com";
    static final String ARN = "arn:aws:execute-api:us-east-1:123456789012:" + API_ID + "/";

    /** 2026-11-25T07:00:00Z. */
    static final long NOW = 1_795_590_000_000_000_000L;

    private static final MethodSetting LOGGED = new MethodSetting(Optional.empty(), LoggingLevel.INFO, true, false);

    private final Engine engine;
    private final List<JsonNode> events = new ArrayList<>();
    private long nowNanos = NOW;

    private TriedApi(Engine engine) {
        this.engine = engine;
    }

    /** What a workspace has besides the API. */
    record Around(List<Backend> backends, List<IamUser> users, List<TokenIssuer> issuers, List<ApiKey> keys) {
        static final Around NOTHING = new Around(List.of(), List.of(), List.of(), List.of());

        static Around functions(Map<String, FunctionAnswer> answers) {
            List<Backend> functions = answers.entrySet().stream()
                    .<Backend>map(entry -> new Backend.ModelledFunction(
                            entry.getKey(), entry.getValue(), Backend.Latency.ofMillis(12)))
                    .toList();
            return new Around(functions, List.of(), List.of(), List.of());
        }

        static Around users(IamUser... users) {
            return new Around(List.of(), List.of(users), List.of(), List.of());
        }

        static Around issuers(TokenIssuer... issuers) {
            return new Around(List.of(), List.of(), List.of(issuers), List.of());
        }

        Around withKey(ApiKey key) {
            return new Around(backends, users, issuers, List.of(key));
        }
    }

    static TriedApi of(String openApi, Around around) {
        var settings = new ImportSettings(API_ID, Account.DEFAULT, TimeoutCeiling.FIXED_29_SECONDS);
        ImportedApi api = OpenApiReader.read("api.yaml", openApi.getBytes(StandardCharsets.UTF_8), settings);
        assertTrue(api.problems().isEmpty(), () -> api.problems().toString());
        var definition = api.definition().orElseThrow();
        var stage = new Stage(
                "prod", "dep1", "", Map.of(Stage.ALL_METHODS, LOGGED), Map.of("v", "one"), Optional.empty(), false);
        var plan = new UsagePlan(
                "plan",
                "plan",
                "",
                List.of(new UsagePlan.ApiStage(API_ID, "prod", Map.of())),
                Optional.empty(),
                Optional.empty(),
                around.keys().stream().map(ApiKey::id).toList());
        Workspace workspace = Workspace.empty("tried")
                .withRestApi(new RestApi(
                        API_ID, definition, List.of(new Deployment("dep1", "", 0, definition)), List.of(stage)))
                .withBackends(around.backends())
                .withIamUsers(around.users())
                .withTokenIssuers(around.issuers())
                .withApiKeys(around.keys())
                .withUsagePlan(plan);
        return new TriedApi(Engine.open(workspace, Engine.Settings.startingAt(NOW, 3)));
    }

    void letPass(long seconds) {
        nowNanos += seconds * 1_000_000_000L;
    }

    long nowNanos() {
        return nowNanos;
    }

    Engine engine() {
        return engine;
    }

    /** A GET of a path within the stage. */
    HttpResponse get(String path, String... headers) {
        Headers.Builder builder = Headers.builder().add("Host", HOST);
        for (int i = 0; i < headers.length; i += 2) {
            builder.add(headers[i], headers[i + 1]);
        }
        return send(new HttpRequest("GET", "/prod" + path, builder.build(), Body.EMPTY, "203.0.113.7"));
    }

    HttpResponse send(HttpRequest request) {
        Exchange exchange = engine.gateway().open(request);
        Step step = exchange.begin(nowNanos);
        while (step instanceof Step.Invoke invoke) {
            if (invoke.call() instanceof FunctionInvocation invocation) {
                events.add(JsonMapper.shared().readTree(invocation.event().utf8()));
            }
            Call.Timed timed =
                    ((Call.ToModel) invoke.call()).perform(nowNanos).within(invoke.deadlineNanos() - nowNanos);
            nowNanos += timed.latencyNanos();
            step = exchange.resume(timed.outcome(), nowNanos);
        }
        return ((Step.Reply) step).response();
    }

    /** Every event that a function got, oldest first. */
    List<JsonNode> events() {
        return events;
    }

    Cause cause() {
        return last().refusal().orElseThrow().cause();
    }

    List<String> log() {
        return ExecutionLog.lines(last()).stream().map(LogLine::message).toList();
    }

    private ExchangeRecord last() {
        return engine.journal().newest(1).getFirst();
    }
}
