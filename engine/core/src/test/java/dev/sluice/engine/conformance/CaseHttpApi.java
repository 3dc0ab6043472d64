package dev.sluice.engine.conformance;

import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.HttpApi.CorsConfiguration;
import dev.sluice.engine.definition.HttpApi.IntegrationType;
import dev.sluice.engine.definition.HttpApi.PayloadFormatVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A case's HTTP API: each route with the backend it names, on a stage that deploys by itself. */
final class CaseHttpApi {
    private static final Set<String> API =
            Set.of("kind", "routes", "payloadFormatVersion", "cors", "endpointType", "openapi");
    private static final Set<String> CORS =
            Set.of("allowCredentials", "allowHeaders", "allowMethods", "allowOrigins", "exposeHeaders", "maxAge");

    private final ConformanceCase testCase;
    private final Stubs stubs;
    private final Map<String, Integer> ports;
    private final List<String> problems;

    CaseHttpApi(ConformanceCase testCase, Stubs stubs, Map<String, Integer> ports, List<String> problems) {
        this.testCase = testCase;
        this.stubs = stubs;
        this.ports = ports;
        this.problems = problems;
    }

    HttpApi build() {
        JsonNode api = testCase.json().path("api");
        ConformanceCase.unknown("api", api, API, problems);
        var routes = new ArrayList<HttpApi.Route>();
        var integrations = new ArrayList<HttpApi.Integration>();
        api.path("routes").properties().forEach(route -> {
            String id = Integer.toString(routes.size() + 1);
            integrations.add(integration("int" + id, route.getValue().asString(), api.path("payloadFormatVersion")));
            routes.add(new HttpApi.Route(
                    "rt" + id,
                    route.getKey(),
                    "int" + id,
                    HttpApi.AuthorizationType.NONE,
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
        });
        var definition =
                new HttpApi.Definition("case", "", "1", cors(api.path("cors")), routes, integrations, List.of());
        return new HttpApi(CaseWorkspace.API_ID, definition, List.of(), List.of(stage(testCase.stage())));
    }

    private HttpApi.Integration integration(String id, String backend, JsonNode version) {
        boolean isFunction = stubs.names("lambda").contains(backend);
        if (!isFunction && !ports.containsKey(backend)) {
            problems.add("not understood: a route to " + backend);
        }
        return new HttpApi.Integration(
                id,
                isFunction ? IntegrationType.AWS_PROXY : IntegrationType.HTTP_PROXY,
                isFunction ? "POST" : "",
                isFunction
                        ? "arn:aws:lambda:us-east-1:123456789012:function:" + backend
                        : "http://127.0.0.1:" + ports.get(backend),
                version.asString("2.0").equals("1.0") ? PayloadFormatVersion.V1_0 : PayloadFormatVersion.V2_0,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                HttpApi.Integration.LONGEST_TIMEOUT_MILLIS);
    }

    private Optional<CorsConfiguration> cors(JsonNode cors) {
        if (!cors.isObject()) {
            return Optional.empty();
        }
        ConformanceCase.unknown("cors", cors, CORS, problems);
        return Optional.of(new CorsConfiguration(
                cors.path("allowCredentials").asBoolean(false),
                list(cors.path("allowHeaders")),
                list(cors.path("allowMethods")),
                list(cors.path("allowOrigins")),
                list(cors.path("exposeHeaders")),
                cors.has("maxAge") ? Optional.of(cors.path("maxAge").asInt()) : Optional.empty()));
    }

    private HttpApi.Stage stage(JsonNode stage) {
        ConformanceCase.unknown("stage", stage, Set.of("name", "variables", "accessLogSettings"), problems);
        JsonNode log = stage.path("accessLogSettings");
        return new HttpApi.Stage(
                testCase.stageName(),
                true,
                Optional.empty(),
                "",
                CaseWorkspace.strings(stage.path("variables")),
                HttpApi.RouteSettings.NONE,
                Map.of(),
                log.isObject()
                        ? Optional.of(new AccessLogSettings(
                                log.path("destinationArn").asString(""),
                                log.path("format").asString()))
                        : Optional.empty());
    }

    private static List<String> list(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
