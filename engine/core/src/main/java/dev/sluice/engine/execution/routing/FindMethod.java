package dev.sluice.engine.execution.routing;

import dev.sluice.engine.definition.BehaviourProfile.TrailingSlash;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.authorization.signature.IncompleteSignature;
import dev.sluice.engine.execution.serving.RouteTree.Match;
import dev.sluice.engine.execution.serving.ServedMethod;
import dev.sluice.engine.execution.serving.ServedStage;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Refusal;
import java.util.Optional;
import java.util.Set;

/**
 * Path and HTTP method to the method of a resource. What is not there is 403 {@code Missing Authentication Token},
 * never 404 or 405 (data-plane section 4, recorded).
 *
 * <p>{@code X-HTTP-Method-Override} changes the method, for routing and for everything after it. An endpoint gets the
 * header only where the integration request maps it. A blank one says nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html">"When
 *     sending requests to an API by passing the X-HTTP-Method-Override header, API Gateway overrides the method."</a>
 */
public final class FindMethod implements Stop {
    /** What ANY stands for (data-plane section 4); no resource can have another method. */
    private static final Set<String> METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        ServedStage stage = exchange.stage();
        HttpRequest request = exchange.request();
        String path = exchange.address().path();
        String httpMethod = method(request);
        boolean slashIgnored = stage.profile().trailingSlash() == TrailingSlash.IGNORED;
        Optional<Match<ServedMethod>> match =
                METHODS.contains(httpMethod) ? stage.routes().find(path, httpMethod, slashIgnored) : Optional.empty();
        if (match.isEmpty()) {
            return notFound(request, new Cause.NoSuchMethod(httpMethod, path));
        }
        ServedMethod method = match.get().method();
        exchange.found(method, httpMethod, match.get().pathParameters());
        exchange.noteMethod(nowNanos);
        return Verdict.GO;
    }

    private static String method(HttpRequest request) {
        return request.headers()
                .last("X-HTTP-Method-Override")
                .map(String::strip)
                .filter(method -> !method.isEmpty())
                .orElse(request.method());
    }

    /** An {@code Authorization} header that is no signature changes the message (data-plane section 3.3, captured). */
    private static Verdict notFound(HttpRequest request, Cause cause) {
        Optional<String> incomplete = IncompleteSignature.of(request);
        return incomplete.isEmpty()
                ? Verdict.refuse(
                        GatewayResponseType.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token", cause)
                : new Verdict.Refuse(
                        Refusal.of(GatewayResponseType.MISSING_AUTHENTICATION_TOKEN, incomplete.get(), cause)
                                .withErrorType(IncompleteSignature.ERROR_TYPE));
    }
}
