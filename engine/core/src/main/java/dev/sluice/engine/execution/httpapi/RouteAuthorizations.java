package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.HttpApi.Authorizer;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.journal.Cause;
import java.util.Map;
import java.util.Optional;

/** Makes routes' authorizations ready. One that cannot be made lets nobody in. */
record RouteAuthorizations(HttpApi.Definition definition, Map<String, String> variables, Workspace workspace) {

    RouteAuthorization of(HttpApi.Route route) {
        return switch (route.authorizationType()) {
            case NONE -> RouteAuthorization.NONE;
            case JWT -> jwt(route);
            case CUSTOM -> function(route);
            case AWS_IAM -> new SignedAuthorization(workspace);
        };
    }

    private RouteAuthorization jwt(HttpApi.Route route) {
        Optional<Authorizer> authorizer = route.authorizerId().flatMap(definition::authorizer);
        return authorizer.orElse(null) instanceof Authorizer.Jwt jwt
                ? new JwtAuthorization(jwt, route.authorizationScopes(), workspace)
                : missing(route.authorizerId().orElse(""), "The API has no such JWT authorizer.");
    }

    private RouteAuthorization function(HttpApi.Route route) {
        Optional<Authorizer> authorizer = route.authorizerId().flatMap(definition::authorizer);
        return authorizer.orElse(null) instanceof Authorizer.Request request
                ? new FunctionAuthorization(request, variables, workspace)
                : missing(route.authorizerId().orElse(""), "The API has no such REQUEST authorizer.");
    }

    private static RouteAuthorization missing(String authorizer, String reason) {
        return (exchange, nowNanos) ->
                HttpApiRefusal.internalServerError(new Cause.RouteNotAuthorized(authorizer, reason));
    }
}
