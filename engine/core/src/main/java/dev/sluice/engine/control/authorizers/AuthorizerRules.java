package dev.sluice.engine.control.authorizers;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.Authorizer.Type;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.execution.authorization.IdentitySource;
import dev.sluice.engine.execution.mapping.LinearPattern;
import java.util.Optional;

/** What an authorizer must be so that it can decide. The words of these errors are recalled, not recorded. */
final class AuthorizerRules {
    private static final int LONGEST_TTL = 3_600;
    private static final String USUAL_SOURCE = "method.request.header.Authorization";

    private AuthorizerRules() {}

    static void checkName(RestApi api, String name) {
        if (name.isBlank()) {
            throw ControlException.badRequest("Authorizer name cannot be blank");
        }
        if (api.draft().authorizers().stream().anyMatch(old -> old.name().equals(name))) {
            throw ControlException.badRequest(
                    "Authorizer name must be unique. Authorizer " + name + " already exists in this RestApi.");
        }
    }

    /** Where a caller is looked for if nothing else is said: a REQUEST authorizer has no such place. */
    static Optional<String> source(Type type, Optional<String> asked) {
        Optional<String> source = asked.filter(text -> !text.isEmpty());
        return type == Type.REQUEST ? source : source.or(() -> Optional.of(USUAL_SOURCE));
    }

    static void check(Authorizer authorizer) {
        if (authorizer.type() == Type.COGNITO_USER_POOLS) {
            if (authorizer.providerArns().isEmpty()) {
                throw ControlException.badRequest("Authorizer providerARNs must be non-empty for COGNITO_USER_POOLS");
            }
        } else if (!isInvocation(authorizer.authorizerUri())) {
            throw ControlException.badRequest(
                    "Invalid Authorizer URI: " + authorizer.authorizerUri()
                            + ". Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.");
        }
        if (authorizer.resultTtlInSeconds() < 0 || authorizer.resultTtlInSeconds() > LONGEST_TTL) {
            throw ControlException.badRequest(
                    "Invalid Authorizer result TTL: must be between 0 and " + LONGEST_TTL + " seconds");
        }
        authorizer.identitySource().ifPresent(AuthorizerRules::checkSources);
        authorizer.identityValidationExpression().ifPresent(AuthorizerRules::checkExpression);
    }

    private static boolean isInvocation(String uri) {
        return uri.startsWith("arn:")
                && uri.contains(":lambda:path/")
                && uri.contains("/functions/")
                && uri.endsWith("/invocations");
    }

    private static void checkSources(String sources) {
        for (String source : sources.split(",", -1)) {
            if (IdentitySource.all(source).isEmpty()) {
                throw ControlException.badRequest("Invalid mapping expression specified: " + source.strip());
            }
        }
    }

    private static void checkExpression(String expression) {
        try {
            LinearPattern.of(expression);
        } catch (LinearPattern.BadPattern e) {
            throw ControlException.badRequest("Invalid identityValidationExpression specified: " + e.getMessage());
        }
    }
}
