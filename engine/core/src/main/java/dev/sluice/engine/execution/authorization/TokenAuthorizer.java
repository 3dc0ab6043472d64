package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.token.Claims;
import dev.sluice.engine.execution.token.IssuerKeys;
import dev.sluice.engine.execution.token.TokenCheck;
import dev.sluice.engine.execution.token.TokenResult;
import java.util.List;
import java.util.Optional;

/**
 * A user pool authorizer, ready for one method: a token of one of its pools, an identity token if the method asks for
 * no scopes, an access token with one of them if it does.
 *
 * <p>A token without {@code token_use}, from an issuer that is no user pool, passes for either.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html">User
 *     pools as authorizers</a>
 */
final class TokenAuthorizer {
    private static final String BEARER = "Bearer ";

    private final Authorizer authorizer;
    private final List<String> scopes;
    private final List<IdentitySource> sources;
    private final Optional<ValidationExpression> validation;
    private final TokenCheck check;

    TokenAuthorizer(Authorizer authorizer, List<String> scopes, List<IssuerKeys> issuers) {
        this.authorizer = authorizer;
        this.scopes = scopes;
        sources = IdentitySource.all(authorizer.identitySource().orElse("method.request.header.Authorization"));
        validation = authorizer.identityValidationExpression().map(ValidationExpression::of);
        List<IssuerKeys> pools = issuers.stream()
                .filter(issuer -> authorizer.providerArns().stream().anyMatch(issuer::isNamed))
                .toList();
        check = new TokenCheck(pools, List.of());
    }

    Authorizer definition() {
        return authorizer;
    }

    /** The token, with or without {@code Bearer} before it. */
    Optional<String> token(Exchange exchange) {
        return sources.isEmpty()
                ? Optional.empty()
                : sources.getFirst().value(exchange).map(TokenAuthorizer::withoutScheme);
    }

    private static String withoutScheme(String value) {
        return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? value.substring(BEARER.length()).strip()
                : value;
    }

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    TokenResult check(String token, long nowNanos) {
        return check.check(token, nowNanos);
    }

    /** Why a good token is not good for this method, a sentence; empty if it is. */
    Optional<String> objection(Claims claims) {
        String wanted = scopes.isEmpty() ? "id" : "access";
        String use = claims.text("token_use").orElse(wanted);
        if (!use.equals(wanted)) {
            return Optional.of("The token's token_use is \"" + use + "\", but the method asks for "
                    + (scopes.isEmpty()
                            ? "no scopes and so takes identity tokens."
                            : "scopes and so takes access tokens."));
        }
        if (!scopes.isEmpty() && claims.scopes().stream().noneMatch(scopes::contains)) {
            return Optional.of("The token's scope has none of " + String.join(", ", scopes) + ".");
        }
        return validation
                .filter(expression -> claims.audience().stream().noneMatch(expression::matches))
                .map(expression -> "The token's audience does not match " + expression.text() + ".");
    }
}
