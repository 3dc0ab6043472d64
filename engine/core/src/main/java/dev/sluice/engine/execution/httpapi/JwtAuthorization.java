package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.HttpApi.Authorizer;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.token.Claims;
import dev.sluice.engine.execution.token.IssuerKeys;
import dev.sluice.engine.execution.token.TokenCheck;
import dev.sluice.engine.execution.token.TokenResult;
import dev.sluice.engine.journal.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * JWT authorizer: a token of the issuer, for one of the audience, with one of the route's scopes. The issuer's keys are
 * the workspace's, never fetched. Without a good token the answer is 401, without a scope 403; what
 * {@code www-authenticate} says beyond {@code Bearer} is unsure.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT
 *     authorizers</a>
 */
final class JwtAuthorization implements RouteAuthorization {
    private static final String BEARER = "Bearer";

    private final Authorizer.Jwt authorizer;
    private final ValueExpression source;
    private final List<String> scopes;
    private final TokenCheck check;

    JwtAuthorization(Authorizer.Jwt authorizer, List<String> scopes, Workspace workspace) {
        this.authorizer = authorizer;
        this.scopes = scopes;
        source = ValueExpression.of(authorizer.identitySource());
        List<IssuerKeys> keys = workspace.tokenIssuers().stream()
                .filter(issuer -> issuer.issuer().equals(authorizer.issuer()))
                .map(IssuerKeys::of)
                .toList();
        check = new TokenCheck(keys, authorizer.audience());
    }

    @Override
    public Verdict authorize(Exchange exchange, long nowNanos) {
        HttpApiVisit visit = exchange.httpApi();
        Optional<String> token = RequestFacts.value(exchange, source).map(JwtAuthorization::withoutScheme);
        if (token.isEmpty()) {
            visit.challenge(BEARER);
            return HttpApiRefusal.unauthorized(new Cause.RouteNotAuthorized(
                    authorizer.name(), "The request has no " + authorizer.identitySource() + "."));
        }
        return switch (check.check(token.get(), nowNanos)) {
            case TokenResult.Bad(TokenResult.Fault fault, String detail) -> {
                visit.challenge(challenge("", "invalid_token", description(fault)));
                yield HttpApiRefusal.unauthorized(new Cause.RouteNotAuthorized(authorizer.name(), detail));
            }
            case TokenResult.Good(Claims claims) -> admit(exchange, visit, claims);
        };
    }

    private Verdict admit(Exchange exchange, HttpApiVisit visit, Claims claims) {
        List<String> granted = claims.scopes();
        if (!scopes.isEmpty() && granted.stream().noneMatch(scopes::contains)) {
            visit.challenge(challenge(
                    String.join(" ", scopes), "insufficient_scope", "the token does not have a required scope"));
            return HttpApiRefusal.forbidden(new Cause.RouteNotAuthorized(
                    authorizer.name(), "The token has none of the scopes " + String.join(", ", scopes) + "."));
        }
        var jwt = new LinkedHashMap<String, Object>();
        jwt.put("claims", texts(claims));
        if (!granted.isEmpty()) {
            jwt.put("scopes", granted);
        }
        visit.calledBy(new RouteCaller(Map.of("jwt", jwt), jwt), exchange);
        return Verdict.GO;
    }

    private static String challenge(String scope, String error, String description) {
        return BEARER + " scope=\"" + scope + "\" error=\"" + error + "\" error_description=\"" + description + "\"";
    }

    private static String description(TokenResult.Fault fault) {
        return switch (fault) {
            case EXPIRED -> "the token has expired";
            case NOT_YET -> "the token is not valid yet";
            case AUDIENCE -> "the token does not have a valid audience";
            case ISSUER -> "the issuer of the token is not that of the authorizer";
            case KEY, SIGNATURE, ALGORITHM, MALFORMED -> "the token is invalid";
        };
    }

    /** Every claim is a text; a list stands in brackets (captured from functions' logs, unsure for nested ones). */
    private static Map<String, String> texts(Claims claims) {
        var texts = new LinkedHashMap<String, String>();
        for (Map.Entry<String, JsonNode> claim : claims.all()) {
            texts.put(claim.getKey(), text(claim.getValue()));
        }
        return texts;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JwtAuthorization::text).collect(Collectors.joining(" ", "[", "]"));
        }
        return value.isObject() ? value.toString() : value.asString("");
    }

    private static String withoutScheme(String value) {
        boolean hasScheme = value.regionMatches(true, 0, BEARER + " ", 0, BEARER.length() + 1);
        return hasScheme ? value.substring(BEARER.length() + 1).strip() : value;
    }
}
