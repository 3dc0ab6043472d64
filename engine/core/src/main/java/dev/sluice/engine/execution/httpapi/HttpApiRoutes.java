package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.execution.serving.RouteTree;
import dev.sluice.engine.execution.serving.RouteTree.Match;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which route takes a request: one that matches the whole path, else one with a greedy variable, else {@code $default};
 * on one path the HTTP method itself goes before ANY.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Routes</a>
 */
public final class HttpApiRoutes {
    private final RouteTree<ServedRoute> whole = new RouteTree<>();
    private final RouteTree<ServedRoute> greedy = new RouteTree<>();
    private final Optional<Match<ServedRoute>> byDefault;

    HttpApiRoutes(List<ServedRoute> routes) {
        Optional<Match<ServedRoute>> last = Optional.empty();
        for (ServedRoute route : routes) {
            String key = route.route().routeKey();
            if (key.equals(HttpApi.DEFAULT_ROUTE)) {
                last = Optional.of(new Match<>(route, Map.of()));
            } else {
                int space = key.indexOf(' ');
                String path = key.substring(space + 1);
                (path.endsWith("+}") ? greedy : whole).add(path, key.substring(0, Math.max(0, space)), route);
            }
        }
        byDefault = last;
    }

    /**
     * Finds the route.
     *
     * @param path raw path within the stage, with a leading slash
     * @param trailingSlashIgnored whether {@code /users/} is {@code /users}
     */
    public Optional<Match<ServedRoute>> find(String path, String httpMethod, boolean trailingSlashIgnored) {
        return whole.find(path, httpMethod, trailingSlashIgnored)
                .or(() -> greedy.find(path, httpMethod, trailingSlashIgnored))
                .or(() -> byDefault);
    }
}
