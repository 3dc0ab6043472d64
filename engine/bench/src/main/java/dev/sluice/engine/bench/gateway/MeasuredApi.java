package dev.sluice.engine.bench.gateway;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiDefinition.ApiKeySource;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API that is measured: one MOCK method behind an API key and all four tiers, none of which ever refuses, and one
 * open method in front of a function.
 */
public final class MeasuredApi {
    public static final String PATH = "/_aws/execute-api/bench12345/prod/hello";
    public static final String KEY = "bench-key-00000000000000000001";

    /** Of the method in front of a function. */
    public static final String FUNCTION_PATH = "/_aws/execute-api/bench12345/prod/orders/4711";

    static final String ANSWER = "{\"message\":\"hello, gateway!!\"}";

    private static final String JSON = "application/json";
    private static final ThrottleSettings HIGH = new ThrottleSettings("10000000", 1_000_000_000);

    private MeasuredApi() {}

    public static Workspace workspace() {
        var root = new Resource("root000001", "/", Map.of());
        var hello = new Resource("hello00001", "/hello", Map.of("GET", method()));
        var definition = new ApiDefinition(
                "bench", "", "1", ApiKeySource.HEADER, List.of(), List.of(root, hello, order()), Map.of());
        var api = new RestApi(
                "bench12345", definition, List.of(new Deployment("d1", "", 0, definition)), List.of(stage()));
        return new Workspace(
                "bench",
                BehaviourProfile.AWS,
                new Account("123456789012", "us-east-1", HIGH),
                List.of(api),
                List.of(plan()),
                List.of(new ApiKey("k1", "bench", KEY, true)),
                List.of(),
                List.of(),
                List.of(new Backend.ModelledFunction(
                        "orders", new Backend.FunctionAnswer.EchoEvent(), Backend.Latency.NONE)));
    }

    private static Resource order() {
        var integration = new Integration(
                Integration.Type.AWS_PROXY,
                "POST",
                "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/"
                        + "arn:aws:lambda:us-east-1:123456789012:function:orders/invocations",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Integration.PassthroughBehavior.WHEN_NO_MATCH,
                Integration.DEFAULT_TIMEOUT_MILLIS,
                List.of());
        var post = new Method(
                "POST", false, Optional.empty(), Map.of("method.request.path.id", true), Map.of(), integration);
        return new Resource("orders0001", "/orders/{id}", Map.of("POST", post));
    }

    private static Method method() {
        var response = new IntegrationResponse("200", Optional.empty(), Map.of(), Map.of(JSON, ANSWER));
        var mock = Integration.mock(Map.of(JSON, "{\"statusCode\": 200}"), List.of(response));
        var declared = Map.of("200", new Method.MethodResponse("200", Map.of(), Map.of()));
        return new Method("GET", true, Optional.empty(), Map.of(), declared, mock);
    }

    private static Stage stage() {
        var setting = new MethodSetting(Optional.of(HIGH), LoggingLevel.OFF, false, false);
        return new Stage("prod", "d1", "", Map.of(Stage.ALL_METHODS, setting), Map.of(), Optional.empty(), false);
    }

    private static UsagePlan plan() {
        var stage = new UsagePlan.ApiStage("bench12345", "prod", Map.of("/hello/GET", HIGH));
        return new UsagePlan("p1", "bench", "", List.of(stage), Optional.of(HIGH), Optional.empty(), List.of("k1"));
    }
}
