package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.authorization.AuthorizerResults;
import dev.sluice.engine.execution.routing.Address;
import dev.sluice.engine.execution.serving.RouteTree.Match;
import dev.sluice.engine.journal.Place;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an exchange knows of the HTTP API that was called. Slots are written once, by the stop that finds the value. */
public final class HttpApiVisit {
    private final HttpApiStage stage;
    private final Address address;
    private @Nullable Match<ServedRoute> found;
    private @Nullable RouteCaller caller;
    private @Nullable String challenge;
    private @Nullable Asked asked;

    /**
     * An authorizer that was asked.
     *
     * @param key under what its answer is kept
     */
    record Asked(FunctionAuthorization authorization, Optional<AuthorizerResults.Key> key) {}

    HttpApiVisit(HttpApiStage stage, Address address) {
        this.stage = stage;
        this.address = address;
    }

    public HttpApiStage stage() {
        return stage;
    }

    public Address address() {
        return address;
    }

    /** Written by FindRoute. */
    void found(Match<ServedRoute> match) {
        if (found != null) {
            throw new IllegalStateException("written twice: the route");
        }
        found = match;
    }

    public ServedRoute route() {
        return foundRoute().method();
    }

    /** Whether a route was found: a preflight may have been answered without one. */
    public boolean hasRoute() {
        return found != null;
    }

    /** The route's key; empty if none was found. */
    public Optional<String> routeKey() {
        return hasRoute() ? Optional.of(route().route().routeKey()) : Optional.empty();
    }

    /** API, stage and route, as far as they are found. */
    public Place place() {
        return hasRoute() ? route().place() : stage.place();
    }

    /** Values as sent, percent escapes kept. */
    public Map<String, String> pathParameters() {
        return foundRoute().pathParameters();
    }

    /** Written by the route's authorization. */
    void calledBy(RouteCaller foundCaller, Exchange exchange) {
        if (caller != null) {
            throw new IllegalStateException("written twice: the caller");
        }
        caller = foundCaller;
        if (exchange.hasContext()) {
            exchange.context().asMap().put("authorizer", foundCaller.inContext());
        }
    }

    /** Who is calling; empty if the route does not ask, or nobody has proved it yet. */
    Optional<RouteCaller> caller() {
        return Optional.ofNullable(caller);
    }

    /** Notes that the next outcome is that of an authorizer. */
    void asks(FunctionAuthorization authorization, Optional<AuthorizerResults.Key> key) {
        asked = new Asked(authorization, key);
    }

    Optional<Asked> asked() {
        return Optional.ofNullable(asked);
    }

    /** Notes what a refusal says in {@code www-authenticate}. */
    void challenge(String text) {
        challenge = text;
    }

    public Optional<String> challenge() {
        return Optional.ofNullable(challenge);
    }

    private Match<ServedRoute> foundRoute() {
        if (found == null) {
            throw new IllegalStateException("read before FindRoute");
        }
        return found;
    }
}
