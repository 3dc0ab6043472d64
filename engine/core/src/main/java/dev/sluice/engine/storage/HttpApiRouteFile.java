package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.HttpApi.AuthorizationType;
import dev.sluice.engine.definition.HttpApi.Route;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code http-apis/NAME/routes/ROUTE.json}. Its integration stands in {@code target}, as AWS writes it. */
final class HttpApiRouteFile {
    private static final String TARGET = "integrations/";
    private static final Pattern KEY =
            Pattern.compile("(ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) (/|(/[^/{}\\s]+|/\\{[^/{}+\\s]+\\})*"
                    + "(/\\{[^/{}+\\s]+\\+\\})?/?)");

    private HttpApiRouteFile() {}

    static Mapping write(Route route) {
        var fields = Mapping.builder()
                .put("routeId", route.routeId())
                .put("routeKey", route.routeKey())
                .put("target", TARGET + route.integrationId())
                .put("authorizationType", route.authorizationType().name());
        route.authorizerId().ifPresent(id -> fields.put("authorizerId", id));
        fields.putUnlessEmpty("authorizationScopes", Node.texts(route.authorizationScopes()));
        route.operationName().ifPresent(name -> fields.put("operationName", name));
        return fields.build();
    }

    static Optional<Route> read(Fields fields) {
        Optional<String> id = fields.requiredText("routeId");
        Optional<String> key = fields.requiredText("routeKey").filter(text -> isKey(text, fields));
        Optional<String> target = fields.requiredText("target").filter(text -> isTarget(text, fields));
        Optional<AuthorizationType> type = fields.node("authorizationType").isEmpty()
                ? Optional.of(AuthorizationType.NONE)
                : fields.constant("authorizationType", AuthorizationType.class); // a mistake must not open the route
        Optional<String> authorizerId = fields.text("authorizerId");
        List<String> scopes = fields.textItems("authorizationScopes");
        Optional<String> operationName = fields.text("operationName");
        fields.done();
        return id.isEmpty() || key.isEmpty() || target.isEmpty() || type.isEmpty()
                ? Optional.empty()
                : Optional.of(new Route(
                        id.get(),
                        key.get(),
                        target.get().substring(TARGET.length()),
                        type.get(),
                        authorizerId,
                        scopes,
                        operationName));
    }

    private static boolean isKey(String key, Fields fields) {
        boolean valid = key.equals(HttpApi.DEFAULT_ROUTE) || KEY.matcher(key).matches();
        if (!valid) {
            fields.error(
                    "routeKey",
                    "\"" + key + "\" is no route key. Write an HTTP method or ANY, a blank and a path, as in"
                            + " GET /pets/{id}, or $default.");
        }
        return valid;
    }

    private static boolean isTarget(String target, Fields fields) {
        boolean valid = target.startsWith(TARGET);
        if (!valid) {
            fields.error("target", "\"" + target + "\" is no target. Write " + TARGET + " and an integrationId.");
        }
        return valid;
    }
}
