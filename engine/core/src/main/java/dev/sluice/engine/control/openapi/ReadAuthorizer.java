package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.StableId;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.Authorizer.Type;
import dev.sluice.engine.execution.authorization.IdentitySource;
import dev.sluice.engine.execution.mapping.LinearPattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a security scheme with {@code x-amazon-apigateway-authorizer}. Where a scheme is itself a header, that header
 * is where the caller is found unless the authorizer says otherwise (recorded).
 */
final class ReadAuthorizer {
    private static final String EXTENSION = "x-amazon-apigateway-";
    private static final int ID_LENGTH = 6;
    private static final int LONGEST_TTL = 3_600;

    private final Reading reading;
    private final IntegrationUri uris;

    ReadAuthorizer(Reading reading) {
        this.reading = reading;
        this.uris = new IntegrationUri(reading);
    }

    /** Absent, with a problem, if it could never decide. */
    Optional<Authorizer> authorizer(String name, Fields scheme) {
        Fields fields = scheme.fields(EXTENSION + "authorizer");
        Optional<Type> type = type(fields);
        Optional<String> uri = type.flatMap(known -> uri(known, fields));
        Optional<String> source = fields.text("identitySource")
                .filter(text -> !text.isEmpty())
                .or(() -> type.filter(known -> known != Type.REQUEST).flatMap(known -> header(scheme)));
        source.ifPresent(text -> checkSources(fields, text));
        Optional<String> expression =
                fields.text("identityValidationExpression").filter(text -> !text.isEmpty());
        expression.ifPresent(text -> checkExpression(fields, text));
        int ttl = fields.whole("authorizerResultTtlInSeconds", 0, LONGEST_TTL)
                .map(Long::intValue)
                .orElse(Authorizer.DEFAULT_TTL_SECONDS);
        Optional<String> credentials = fields.text("authorizerCredentials").filter(text -> !text.isEmpty());
        List<String> providers = fields.textItems("providerARNs");
        checkProviders(fields, type, providers);
        fields.skip(Set.of("enableSimpleResponses", "authorizerPayloadFormatVersion"));
        fields.done();
        String id = StableId.of("authorizer", reading.settings().apiId(), name).substring(0, ID_LENGTH);
        return type.flatMap(known -> uri.map(
                found -> new Authorizer(id, name, known, found, credentials, source, expression, ttl, providers)));
    }

    private static Optional<Type> type(Fields fields) {
        if (fields.text("type").orElse("").equalsIgnoreCase("jwt")) {
            fields.error("type", "JWT authorizers are for HTTP APIs. Use cognito_user_pools with providerARNs.");
            return Optional.empty();
        }
        Optional<Type> type = fields.constant("type", Type.class);
        if (type.isEmpty() && fields.text("type").isEmpty()) {
            fields.error("type", "\"type\" is missing here. Write token, request or cognito_user_pools.");
        }
        return type;
    }

    private Optional<String> uri(Type type, Fields fields) {
        if (type == Type.COGNITO_USER_POOLS) {
            return Optional.of(fields.text("authorizerUri").orElse(""));
        }
        return fields.requiredText("authorizerUri")
                .map(uris::substitute)
                .flatMap(uri -> uris.function(uri, "authorizerUri", fields));
    }

    private static Optional<String> header(Fields scheme) {
        return scheme.text("in").orElse("").equals("header")
                ? scheme.text("name").filter(name -> !name.isEmpty()).map(name -> "method.request.header." + name)
                : Optional.of("method.request.header.Authorization");
    }

    private static void checkSources(Fields fields, String sources) {
        for (String source : sources.split(",")) {
            if (IdentitySource.of(source.strip()).isEmpty()) {
                fields.error(
                        "identitySource",
                        "\"" + source.strip()
                                + "\" is no identity source. Write method.request.header.NAME, method.request.querystring.NAME, stageVariables.NAME or context.NAME.");
            }
        }
    }

    private static void checkExpression(Fields fields, String expression) {
        try {
            LinearPattern.of(expression);
        } catch (LinearPattern.BadPattern e) {
            fields.error("identityValidationExpression", e.getMessage() + " No token will match it.");
        }
    }

    private static void checkProviders(Fields fields, Optional<Type> type, List<String> providers) {
        if (type.isPresent() && type.get() == Type.COGNITO_USER_POOLS && providers.isEmpty()) {
            fields.error("providerARNs", "A user pool authorizer needs providerARNs: without them no token is good.");
        }
    }
}
