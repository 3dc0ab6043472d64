package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.HttpApi.Authorizer;
import dev.sluice.engine.definition.HttpApi.PayloadFormatVersion;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.authorization.AuthorizerResults;
import dev.sluice.engine.execution.function.FunctionResult;
import dev.sluice.engine.execution.function.InvokedFunction;
import dev.sluice.engine.execution.integration.StageVariableText;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lambda authorizer of an HTTP API. A missing identity source is 401 without a call; what the function says is 200 or
 * 403; a function that fails, says nothing usable or takes longer than 10 s is 500 (data-plane section 19). An error of
 * exactly {@code Unauthorized} is 401, as AWS's example for format 1.0 has it.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">Lambda
 *     authorizers for HTTP APIs</a>
 */
final class FunctionAuthorization implements RouteAuthorization {
    private static final long TIMEOUT_NANOS = 10_000_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final String UNAUTHORIZED = "Unauthorized";

    /** Largest answer that is kept, in bytes: it bounds what the kept answers take together. */
    private static final int LARGEST_KEPT = 32_768;

    private final Authorizer.Request authorizer;
    private final List<ValueExpression> sources;
    private final InvokedFunction function;

    FunctionAuthorization(Authorizer.Request authorizer, Map<String, String> variables, Workspace workspace) {
        this.authorizer = authorizer;
        sources = authorizer.identitySource().stream().map(ValueExpression::of).toList();
        function = InvokedFunction.of(StageVariableText.filled(authorizer.authorizerUri(), variables), workspace);
    }

    @Override
    public Verdict authorize(Exchange exchange, long nowNanos) {
        var identity = new ArrayList<String>();
        for (int i = 0; i < sources.size(); i++) {
            Optional<String> value = RequestFacts.value(exchange, sources.get(i));
            if (value.isEmpty()) {
                return HttpApiRefusal.unauthorized(cause(
                        "The request has no " + authorizer.identitySource().get(i) + "."));
            }
            identity.add(value.get());
        }
        Optional<AuthorizerResults.Key> key = key(exchange, identity);
        Optional<AuthorizerDecision> kept =
                key.flatMap(found -> exchange.table().routeAuthorizers().get(found, nowNanos));
        return kept.isPresent() ? decide(exchange, kept.get()) : call(exchange, identity, key, nowNanos);
    }

    private Verdict call(Exchange exchange, List<String> identity, Optional<AuthorizerResults.Key> key, long nowNanos) {
        Body event = AuthorizerEvents.of(exchange, authorizer, identity);
        return function.call(event, exchange)
                .<Verdict>map(call -> {
                    exchange.httpApi().asks(this, key);
                    return new Verdict.Invoke(call, nowNanos + TIMEOUT_NANOS, Verdict.Callee.AUTHORIZER);
                })
                .orElseGet(() -> failed("There is no function " + function.name() + "."));
    }

    /** Without an identity there is nothing to know an answer by. */
    private Optional<AuthorizerResults.Key> key(Exchange exchange, List<String> identity) {
        HttpApiStage stage = exchange.httpApi().stage();
        return authorizer.resultTtlInSeconds() == 0 || identity.isEmpty()
                ? Optional.empty()
                : Optional.of(AuthorizerResults.Key.of(
                        stage.apiId(), stage.stage().stageName(), authorizer.authorizerId(), identity));
    }

    /** What became of the call. */
    Verdict read(Exchange exchange, Outcome outcome, Optional<AuthorizerResults.Key> key, long nowNanos) {
        return switch (outcome) {
            case Outcome.Answered(HttpResponse answer) -> answered(exchange, answer, key, nowNanos);
            case Outcome.TimedOut() -> failed("It took longer than 10 s.");
            case Outcome.Unreachable(String reason) -> failed(reason);
        };
    }

    private Verdict answered(
            Exchange exchange, HttpResponse answer, Optional<AuthorizerResults.Key> key, long nowNanos) {
        return switch (function.read(answer)) {
            case FunctionResult.NotInvoked(int status) -> failed("Lambda did not run the function: " + status + ".");
            case FunctionResult.Failed(String type, String message, Body payload) ->
                message.equals(UNAUTHORIZED)
                        ? HttpApiRefusal.unauthorized(cause("The function said " + UNAUTHORIZED + "."))
                        : failed(message);
            case FunctionResult.Returned(Body payload) -> returned(exchange, payload, key, nowNanos);
        };
    }

    private Verdict returned(Exchange exchange, Body payload, Optional<AuthorizerResults.Key> key, long nowNanos) {
        boolean simple =
                authorizer.enableSimpleResponses() && authorizer.payloadFormatVersion() == PayloadFormatVersion.V2_0;
        AuthorizerDecision decision = AuthorizerDecision.read(payload, simple);
        if (!(decision instanceof AuthorizerDecision.Unusable) && payload.length() <= LARGEST_KEPT) {
            key.ifPresent(found -> exchange.table()
                    .routeAuthorizers()
                    .put(found, decision, nowNanos + authorizer.resultTtlInSeconds() * NANOS_PER_SECOND));
        }
        return decide(exchange, decision);
    }

    private Verdict decide(Exchange exchange, AuthorizerDecision decision) {
        return switch (decision) {
            case AuthorizerDecision.Unusable(String reason) -> failed(reason);
            case AuthorizerDecision.Usable usable -> {
                if (!usable.allows(RouteArn.of(exchange), exchange.request().sourceIp())) {
                    yield HttpApiRefusal.forbidden(cause("The function does not allow it."));
                }
                exchange.httpApi().calledBy(usable.caller(), exchange);
                yield Verdict.GO;
            }
        };
    }

    private Verdict failed(String reason) {
        return HttpApiRefusal.internalServerError(cause(reason));
    }

    private Cause cause(String reason) {
        return new Cause.RouteNotAuthorized(authorizer.name(), reason);
    }
}
