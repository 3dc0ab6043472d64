package dev.sluice.app;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.definition.Integration.PassthroughBehavior;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Method.MethodResponse;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace in the shape of the article's, for tests: users, orders, reports; three plans; two stages. */
public final class ArticleWorkspace {
    public static final String API = "a1b2c3d4e5";

    private static final String ORDER_TEMPLATE = """
            #set($order = $input.path('$'))
            {
              ## the backend wants the customer beside the items
              "customer": "$input.params('customerId')",
              "items": [#foreach($item in $order.items)
                {"sku": "$item.sku", "quantity": $item.quantity}#if($foreach.hasNext),#end
              #end],
              "stage": "$stageVariables.name"
            }
            """;

    private ArticleWorkspace() {}

    public static Workspace definition() {
        return new Workspace(
                "Troubleshooting 429",
                BehaviourProfile.ARTICLE,
                Account.DEFAULT,
                List.of(api()),
                List.of(plan("free", "Free", "1", 2, 100), plan("silver", "Silver", "10", 20, 5_000), gold()),
                List.of(key("free"), key("silver"), key("gold")),
                List.of(),
                List.of(),
                List.of());
    }

    private static RestApi api() {
        ApiDefinition deployed = resources(List.of(
                resource("/"),
                resource("/users", method("GET", true, function("list-users")), method("POST", true, mock())),
                resource("/users/{id}", method("GET", true, function("get-user"))),
                resource("/orders", method("GET", true, http()), method("POST", true, mapped())),
                resource("/reports", method("GET", true, function("slow-report"))),
                resource("/health", method("GET", false, mock()))));
        var draft = new java.util.ArrayList<>(deployed.resources());
        draft.set(4, resource("/reports", method("GET", true, function("fast-report"))));
        draft.add(resource("/reports/{id}", method("DELETE", true, mock())));
        return new RestApi(
                API,
                resources(draft),
                List.of(new Deployment("dep001", "first", 1_700_000_000L, deployed)),
                List.of(stage("prod", "5000", 2_000), stage("dev", "50", 20)));
    }

    private static ApiDefinition resources(List<Resource> resources) {
        return new ApiDefinition(
                "orders", "", "1.0", ApiDefinition.ApiKeySource.HEADER, List.of(), resources, Map.of());
    }

    private static Resource resource(String path, Method... methods) {
        var byName = new LinkedHashMap<String, Method>();
        for (Method method : methods) {
            byName.put(method.httpMethod(), method);
        }
        return new Resource("r" + Math.abs(path.hashCode() % 100_000), path, byName);
    }

    private static Method method(String httpMethod, boolean keyRequired, Integration integration) {
        return new Method(
                httpMethod,
                keyRequired,
                Optional.empty(),
                Map.of("method.request.querystring.customerId", httpMethod.equals("POST")),
                Map.of("200", new MethodResponse("200", Map.of(), Map.of("application/json", "Empty"))),
                integration);
    }

    private static Integration mock() {
        return Integration.mock(
                Map.of("application/json", "{\"statusCode\": 200}"),
                List.of(answer("200", Optional.empty(), Map.of("application/json", "{\"status\": \"ok\"}"))));
    }

    private static Integration function(String name) {
        return integration(
                Integration.Type.AWS_PROXY,
                "POST",
                "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:"
                        + name + "/invocations",
                Map.of(),
                List.of());
    }

    private static Integration http() {
        return integration(Integration.Type.HTTP_PROXY, "GET", "http://orders.internal/v1/orders", Map.of(), List.of());
    }

    private static Integration mapped() {
        return integration(
                Integration.Type.HTTP,
                "POST",
                "http://orders.internal/v1/orders",
                Map.of("application/json", ORDER_TEMPLATE),
                List.of(
                        answer("200", Optional.empty(), Map.of()),
                        answer(
                                "400",
                                Optional.of("4\\d{2}"),
                                Map.of("application/json", "{\"message\": $input.json('$.error')}"))));
    }

    private static Integration integration(
            Integration.Type type,
            String httpMethod,
            String uri,
            Map<String, String> templates,
            List<IntegrationResponse> responses) {
        return new Integration(
                type,
                httpMethod,
                uri,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                templates,
                PassthroughBehavior.WHEN_NO_MATCH,
                Integration.DEFAULT_TIMEOUT_MILLIS,
                responses);
    }

    private static IntegrationResponse answer(
            String status, Optional<String> selectionPattern, Map<String, String> templates) {
        return new IntegrationResponse(status, selectionPattern, Map.of(), templates);
    }

    private static Stage stage(String name, String rate, int burst) {
        var settings = new LinkedHashMap<String, MethodSetting>();
        settings.put(Stage.ALL_METHODS, throttled(rate, burst));
        settings.put("/users/GET", throttled("100", 50));
        return new Stage(name, "dep001", "", settings, Map.of("name", name), Optional.empty(), false);
    }

    private static MethodSetting throttled(String rate, int burst) {
        return new MethodSetting(
                Optional.of(new ThrottleSettings(rate, burst)), MethodSetting.LoggingLevel.INFO, true, false);
    }

    private static UsagePlan plan(String id, String name, String rate, int burst, long quota) {
        return plan(id, name, rate, burst, quota, Map.of());
    }

    private static UsagePlan gold() {
        return plan("gold", "Gold", "100", 200, 50_000, Map.of("/orders/POST", new ThrottleSettings("20", 40)));
    }

    private static UsagePlan plan(
            String id, String name, String rate, int burst, long quota, Map<String, ThrottleSettings> perMethod) {
        return new UsagePlan(
                id,
                name,
                "",
                List.of(new UsagePlan.ApiStage(API, "prod", perMethod), new UsagePlan.ApiStage(API, "dev", Map.of())),
                Optional.of(new ThrottleSettings(rate, burst)),
                Optional.of(new QuotaSettings(quota, 0, QuotaSettings.Period.DAY)),
                List.of(id));
    }

    private static ApiKey key(String name) {
        return new ApiKey(name, name, (name + "-key-").repeat(3) + "0000000000", true);
    }
}
