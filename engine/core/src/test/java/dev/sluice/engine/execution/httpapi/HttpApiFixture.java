package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.HttpApi.AuthorizationType;
import dev.sluice.engine.definition.HttpApi.Authorizer;
import dev.sluice.engine.definition.HttpApi.CorsConfiguration;
import dev.sluice.engine.definition.HttpApi.Integration;
import dev.sluice.engine.definition.HttpApi.IntegrationType;
import dev.sluice.engine.definition.HttpApi.PayloadFormatVersion;
import dev.sluice.engine.definition.HttpApi.Route;
import dev.sluice.engine.definition.HttpApi.RouteSettings;
import dev.sluice.engine.definition.HttpApi.Stage;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One HTTP API, its backends, and requests to it in virtual time. */
final class HttpApiFixture {
    static final String API_ID = "h1t2t3p4a5";
    static final String HOST = API_ID + ".execute-api.us-east-1.amazonaws.com";

    final List<Route> routes = new ArrayList<>();
    final List<Integration> integrations = new ArrayList<>();
    final List<Authorizer> authorizers = new ArrayList<>();
    final List<Backend> backends = new ArrayList<>();
    final List<Call.ToNetwork> sent = new ArrayList<>();
    Optional<CorsConfiguration> cors = Optional.empty();
    List<Stage> stages = List.of(stage(HttpApi.DEFAULT_STAGE));
    Function<Workspace, Workspace> more = workspace -> workspace;

    /** What HTTP endpoints answer. */
    Function<Call.ToNetwork, Outcome> network =
            call -> new Outcome.Answered(new HttpResponse(200, Headers.NONE, Body.EMPTY));

    long nowNanos = 1_800_000_000_000_000_000L;
    private Engine engine;

    static Stage stage(String name) {
        return new Stage(
                name,
                true,
                Optional.empty(),
                "",
                Map.of("color", "blue"),
                RouteSettings.NONE,
                Map.of(),
                Optional.empty());
    }

    /** A route to a function that answers this. */
    HttpApiFixture function(String routeKey, FunctionAnswer answer) {
        return function(routeKey, PayloadFormatVersion.V2_0, answer, 0);
    }

    HttpApiFixture function(String routeKey, PayloadFormatVersion format, FunctionAnswer answer, double millis) {
        String name = "fn" + routes.size();
        backends.add(new Backend.ModelledFunction(name, answer, Backend.Latency.ofMillis(millis)));
        return route(
                routeKey,
                IntegrationType.AWS_PROXY,
                "arn:aws:lambda:us-east-1:123456789012:function:" + name,
                format,
                Map.of(),
                Map.of());
    }

    /** A route to an HTTP endpoint. */
    HttpApiFixture proxy(String routeKey, String uri, Map<String, String> request) {
        return proxy(routeKey, uri, request, Map.of());
    }

    HttpApiFixture proxy(
            String routeKey, String uri, Map<String, String> request, Map<String, Map<String, String>> responses) {
        return route(routeKey, IntegrationType.HTTP_PROXY, uri, PayloadFormatVersion.V1_0, request, responses);
    }

    private HttpApiFixture route(
            String routeKey,
            IntegrationType type,
            String uri,
            PayloadFormatVersion format,
            Map<String, String> request,
            Map<String, Map<String, String>> responses) {
        String id = "int" + routes.size();
        integrations.add(new Integration(
                id, type, "", uri, format, Optional.empty(), Optional.empty(), request, responses, 30_000));
        routes.add(new Route(
                "rt" + routes.size(),
                routeKey,
                id,
                AuthorizationType.NONE,
                Optional.empty(),
                List.of(),
                Optional.empty()));
        return this;
    }

    HttpApi api() {
        var definition = new HttpApi.Definition("pets", "", "1", cors, routes, integrations, authorizers);
        return new HttpApi(API_ID, definition, List.of(), stages);
    }

    Engine engine() {
        if (engine == null) {
            Workspace workspace = Workspace.empty("test").withBackends(backends).withHttpApis(List.of(api()));
            engine = Engine.open(more.apply(workspace), Engine.Settings.startingAt(nowNanos, 7));
        }
        return engine;
    }

    HttpResponse get(String target, String... headers) {
        return send("GET", target, Body.EMPTY, headers);
    }

    HttpResponse send(String method, String target, Body body, String... headers) {
        Headers.Builder all = Headers.of(headers).toBuilder();
        if (!all.contains("Host")) {
            all.add("Host", HOST);
        }
        Exchange exchange = engine().gateway().open(new HttpRequest(method, target, all.build(), body, "203.0.113.9"));
        Step step = exchange.begin(nowNanos);
        while (step instanceof Step.Invoke(Call call, long deadlineNanos)) {
            Call.Timed timed = switch (call) {
                case Call.ToModel model -> model.perform(nowNanos);
                case Call.ToNetwork network -> new Call.Timed(answer(network), 0);
                case Call.ToProcess process -> throw new AssertionError("no test has one: " + process);
                case Call.Unawaited unawaited -> throw new AssertionError("an HTTP API waits: " + unawaited);
            };
            Call.Timed known = timed.within(deadlineNanos - nowNanos);
            nowNanos += known.latencyNanos();
            step = exchange.resume(known.outcome(), nowNanos);
        }
        return ((Step.Reply) step).response();
    }

    private Outcome answer(Call.ToNetwork call) {
        sent.add(call);
        return network.apply(call);
    }
}
