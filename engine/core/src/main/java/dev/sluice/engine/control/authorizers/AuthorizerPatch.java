package dev.sluice.engine.control.authorizers;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.PatchPaths;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.Authorizer.Type;
import dev.sluice.engine.definition.RestApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One patch of an authorizer. */
public final class AuthorizerPatch {
    private static final String SOURCE = "/identitySource";
    private static final String PROVIDERS = "/providerARNs";
    private static final PatchPaths PATHS = new PatchPaths(Map.of(
            "replace",
            List.of(
                    "/name",
                    "/type",
                    "/authType",
                    "/authorizerUri",
                    "/authorizerCredentials",
                    "/authorizerResultTtlInSeconds",
                    "/identityValidationExpression",
                    SOURCE),
            "add",
            List.of(SOURCE, PROVIDERS),
            "remove",
            List.of(SOURCE, PROVIDERS)));
    private static final int MOST_SECONDS = 3_600;

    private AuthorizerPatch() {}

    static Authorizer apply(RestApi api, Authorizer old, PatchOperation operation) {
        String path = PATHS.check(operation);
        var patched = new Parts(old);
        switch (path) {
            case "/name" -> {
                patched.name = PatchValue.text(operation);
                if (!patched.name.equals(old.name())) {
                    AuthorizerRules.checkName(api, patched.name);
                }
            }
            case "/type" -> patched.type = AuthorizerOperations.type(PatchValue.text(operation), "type");
            case "/authType" -> checkAuthType(old, PatchValue.text(operation));
            case "/authorizerUri" -> patched.uri = PatchValue.text(operation);
            case "/authorizerCredentials" -> patched.credentials = notEmpty(operation);
            case "/authorizerResultTtlInSeconds" -> patched.ttl = PatchValue.whole(operation, MOST_SECONDS);
            case "/identityValidationExpression" -> patched.expression = notEmpty(operation);
            case SOURCE ->
                patched.source = AuthorizerRules.source(
                        old.type(), operation.op().equals("remove") ? Optional.empty() : notEmpty(operation));
            default -> changeProviders(patched.providers, operation);
        }
        return patched.authorizer(old.id());
    }

    /** What AWS shows as {@code authType}: it follows from the type here, and has no effect anywhere. */
    public static String authType(Authorizer authorizer) {
        return authorizer.type() == Type.COGNITO_USER_POOLS ? "cognito_user_pools" : "custom";
    }

    private static void checkAuthType(Authorizer authorizer, String wanted) {
        if (!wanted.equals(authType(authorizer))) {
            throw ControlException.badRequest("Invalid authType specified: " + wanted + ". Must be "
                    + authType(authorizer) + " for an authorizer of type " + authorizer.type());
        }
    }

    private static Optional<String> notEmpty(PatchOperation operation) {
        return Optional.of(PatchValue.text(operation)).filter(text -> !text.isEmpty());
    }

    private static void changeProviders(List<String> providers, PatchOperation operation) {
        String arn = PatchValue.text(operation);
        if (operation.op().equals("remove")) {
            if (!providers.remove(arn)) {
                throw ControlException.notFound("Invalid provider ARN specified: " + arn);
            }
        } else if (!providers.contains(arn)) {
            providers.add(arn);
        }
    }

    /** An authorizer's members while one of them changes. */
    private static final class Parts {
        private String name;
        private Type type;
        private String uri;
        private Optional<String> credentials;
        private Optional<String> source;
        private Optional<String> expression;
        private int ttl;
        private final List<String> providers;

        Parts(Authorizer old) {
            name = old.name();
            type = old.type();
            uri = old.authorizerUri();
            credentials = old.credentials();
            source = old.identitySource();
            expression = old.identityValidationExpression();
            ttl = old.resultTtlInSeconds();
            providers = new ArrayList<>(old.providerArns());
        }

        Authorizer authorizer(String id) {
            return new Authorizer(id, name, type, uri, credentials, source, expression, ttl, providers);
        }
    }
}
