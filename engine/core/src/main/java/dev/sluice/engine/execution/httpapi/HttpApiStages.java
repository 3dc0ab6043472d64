package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.accesslog.AccessLogFormat;
import dev.sluice.engine.execution.serving.Limits;
import dev.sluice.engine.execution.serving.RuntimeState;
import dev.sluice.engine.journal.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes an HTTP API's stages ready for requests. */
public final class HttpApiStages {
    private final HttpApi api;
    private final Workspace workspace;
    private final RuntimeState state;
    private final Limits limits;

    private HttpApiStages(HttpApi api, Workspace workspace, RuntimeState state) {
        this.api = api;
        this.workspace = workspace;
        this.state = state;
        limits = new Limits(workspace);
    }

    /** The stages by name; one whose deployment is missing serves nothing. */
    public static Map<String, HttpApiStage> of(HttpApi api, Workspace workspace, RuntimeState state) {
        var builder = new HttpApiStages(api, workspace, state);
        var stages = new LinkedHashMap<String, HttpApiStage>();
        for (HttpApi.Stage stage : api.stages()) {
            api.served(stage).ifPresent(definition -> stages.put(stage.stageName(), builder.stage(stage, definition)));
        }
        return stages;
    }

    private HttpApiStage stage(HttpApi.Stage stage, HttpApi.Definition definition) {
        Place place = Place.ofStage(
                Place.Kind.HTTP, workspace.account(), api.id(), definition.name(), stage.stageName(), false);
        List<ServedRoute> routes = definition.routes().stream()
                .map(route -> route(stage, definition, route, place))
                .toList();
        return new HttpApiStage(
                api.id(),
                stage,
                new HttpApiRoutes(routes),
                definition.corsConfiguration().map(ServedCors::new),
                workspace.profile(),
                place,
                stage.accessLogSettings().map(AccessLogFormat::of));
    }

    private ServedRoute route(HttpApi.Stage stage, HttpApi.Definition definition, HttpApi.Route route, Place place) {
        HttpApiIntegration integration = definition
                .integration(route.integrationId())
                .map(found -> HttpApiIntegration.of(found, stage.stageVariables(), workspace))
                .orElse(HttpApiIntegration.NONE);
        HttpApi.RouteSettings settings =
                stage.routeSettings().getOrDefault(route.routeKey(), stage.defaultRouteSettings());
        return new ServedRoute(
                route,
                place.method(
                        route.routeId(), ServedRoute.path(route), route.routeKey(), settings.detailedMetricsEnabled()),
                new RouteAuthorizations(definition, stage.stageVariables(), workspace).of(route),
                integration,
                Limits.buckets(
                        limits.ofRoute(api.id(), stage, route.routeKey()),
                        state.throttle().buckets()));
    }
}
