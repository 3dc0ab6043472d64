package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.HttpApi.AuthorizationType;
import dev.sluice.engine.definition.HttpApi.Authorizer;
import dev.sluice.engine.definition.HttpApi.Integration;
import dev.sluice.engine.definition.HttpApi.IntegrationType;
import dev.sluice.engine.definition.HttpApi.Route;
import dev.sluice.engine.definition.HttpApi.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the files of one HTTP API say about one another, noted while they are read. */
final class HttpApiReferences {
    private static final Pattern FUNCTION = Pattern.compile(":function:([^:/]+)");

    private final References references;
    private final String apiId;
    private final Map<String, String> fileByRouteKey = new HashMap<>();

    HttpApiReferences(References references, String apiId) {
        this.references = references;
        this.apiId = apiId;
    }

    void route(Fields fields, Route route, String file) {
        String first = fileByRouteKey.putIfAbsent(route.routeKey(), file);
        if (first != null) {
            fields.error(
                    "routeKey",
                    "\"" + route.routeKey() + "\" is in " + first + " too, and only one of them answers. Remove one.");
        }
        references.add(workspace -> workspace.httpApi(apiId).ifPresent(api -> check(fields, route, api)));
    }

    private static void check(Fields fields, Route route, HttpApi api) {
        if (api.draft().integration(route.integrationId()).isEmpty()) {
            fields.error(
                    "target",
                    "There is no integration \"" + route.integrationId()
                            + "\", so the route answers 500. Correct it or add the integration.");
        }
        boolean isJwt = route.authorizationType() == AuthorizationType.JWT;
        if (!isJwt && route.authorizationType() != AuthorizationType.CUSTOM) {
            return;
        }
        boolean fits = route.authorizerId()
                .flatMap(api.draft()::authorizer)
                .filter(authorizer -> authorizer instanceof Authorizer.Jwt == isJwt)
                .isPresent();
        if (!fits) {
            fields.error(
                    "authorizerId",
                    "The authorization type " + route.authorizationType() + " needs the id of "
                            + (isJwt ? "a JWT" : "a REQUEST") + " authorizer of this API; until then nobody gets in.");
        }
    }

    void integration(Fields fields, Integration integration) {
        if (integration.integrationType() == IntegrationType.AWS_PROXY) {
            function(fields, "integrationUri", integration.integrationUri());
        }
        integration
                .connectionId()
                .filter(id -> !id.contains("${"))
                .ifPresent(id -> references.add(workspace -> {
                    if (workspace.vpcLink(id).isEmpty()) {
                        fields.warning(
                                "connectionId",
                                "There is no VPC link with the id \"" + id + "\": the route will answer 500.");
                    }
                }));
    }

    void authorizer(Fields fields, Authorizer authorizer) {
        switch (authorizer) {
            case Authorizer.Request request -> function(fields, "authorizerUri", request.authorizerUri());
            case Authorizer.Jwt jwt ->
                references.add(workspace -> {
                    if (workspace.tokenIssuers().stream()
                            .noneMatch(issuer -> issuer.issuer().equals(jwt.issuer()))) {
                        fields.fields("jwtConfiguration")
                                .warning(
                                        "issuer",
                                        "No token issuer of the workspace is \"" + jwt.issuer()
                                                + "\": every token will be refused. Add one.");
                    }
                });
        }
    }

    private void function(Fields fields, String member, String uri) {
        Matcher function = FUNCTION.matcher(uri);
        if (!function.find() || function.group(1).contains("${")) {
            return;
        }
        String name = function.group(1);
        references.add(workspace -> {
            if (!(workspace.backend(name).orElse(null) instanceof Backend.Function)) {
                fields.warning(
                        member,
                        "No backend is a function named \"" + name + "\": the answer will be 500. Add backends/" + name
                                + ".json.");
            }
        });
    }

    void stage(Fields fields, Stage stage) {
        references.add(workspace -> workspace.httpApi(apiId).ifPresent(api -> {
            stage.deploymentId()
                    .filter(id -> !stage.autoDeploy() && api.deployment(id).isEmpty())
                    .ifPresent(id -> fields.error(
                            "deploymentId",
                            "There is no deployment \"" + id + "\", so the stage cannot answer. Deploy to it again."));
            api.served(stage)
                    .ifPresent(served -> stage.routeSettings().keySet().stream()
                            .filter(key -> served.routes().stream()
                                    .noneMatch(route -> route.routeKey().equals(key)))
                            .forEach(key -> fields.fields("routeSettings")
                                    .warning(
                                            key,
                                            "There is no route \"" + key + "\", so these settings have no effect.")));
        }));
    }
}
