package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.execution.throttling.TokenBucket;
import dev.sluice.engine.journal.Place;

/** A route on a stage with its integration made ready and the buckets that limit it. */
public final class ServedRoute {
    private final HttpApi.Route route;
    private final Place place;
    private final RouteAuthorization authorization;
    private final HttpApiIntegration integration;
    private final TokenBucket[] tiers;

    ServedRoute(
            HttpApi.Route route,
            Place place,
            RouteAuthorization authorization,
            HttpApiIntegration integration,
            TokenBucket[] tiers) {
        this.route = route;
        this.place = place;
        this.authorization = authorization;
        this.integration = integration;
        this.tiers = tiers;
    }

    public HttpApi.Route route() {
        return route;
    }

    RouteAuthorization authorization() {
        return authorization;
    }

    public HttpApiIntegration integration() {
        return integration;
    }

    /** The buckets a request has to pass, in the active order. The array is shared: callers only read. */
    public TokenBucket[] tiers() {
        return tiers;
    }

    /** The route as records name it. */
    public Place place() {
        return place;
    }

    /** Path template of the route, {@code $default} for the one that has none. */
    static String path(HttpApi.Route route) {
        String key = route.routeKey();
        return key.substring(key.indexOf(' ') + 1);
    }
}
