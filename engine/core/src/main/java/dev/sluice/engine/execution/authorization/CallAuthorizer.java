package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.authorization.ServedAuthorization.Scheme;
import dev.sluice.engine.execution.function.InvokeHeaders;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.JournalEntry;
import dev.sluice.engine.journal.Masked;
import dev.sluice.engine.journal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Asks a Lambda authorizer, unless its answer for this identity is still kept. A request without an identity, or with
 * one that cannot be right, is 401 without a call (data-plane section 8.1).
 */
public final class CallAuthorizer implements Stop {
    private static final String UNAUTHORIZED = "Unauthorized";
    private static final int URI_TOO_LONG = 414;

    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        return exchange.method().authorization().scheme() instanceof Scheme.Function(LambdaAuthorizer authorizer)
                ? ask(exchange, authorizer, nowNanos)
                : Verdict.GO;
    }

    private static Verdict ask(Exchange exchange, LambdaAuthorizer authorizer, long nowNanos) {
        Authorizer definition = authorizer.definition();
        int length = MethodArn.of(exchange).getBytes(StandardCharsets.UTF_8).length;
        if (length > MethodArn.LONGEST) {
            Cause cause = new Cause.MethodArnTooLong(length, MethodArn.LONGEST);
            return new Verdict.Refuse(Refusal.of(GatewayResponseType.DEFAULT_4XX, "Request URI too long", cause)
                    .withStatus(URI_TOO_LONG));
        }
        Optional<List<String>> identity = authorizer.identity(exchange);
        if (identity.isEmpty()) {
            return unauthorized(new Cause.IdentityMissing(
                    definition.name(), definition.identitySource().orElse("")));
        }
        if (!authorizer.isPlausible(identity.get())) {
            return unauthorized(new Cause.IdentityImplausible(
                    definition.name(), definition.identityValidationExpression().orElse("")));
        }
        noteStart(exchange, definition, identity.get(), nowNanos);
        return kept(exchange, authorizer, identity.get(), nowNanos)
                .orElseGet(() -> invoke(exchange, authorizer, identity.get(), nowNanos));
    }

    private static Optional<Verdict> kept(
            Exchange exchange, LambdaAuthorizer authorizer, List<String> identity, long nowNanos) {
        return authorizer
                .cacheKey(exchange, identity)
                .flatMap(key -> exchange.table().authorizerResults().get(key, nowNanos))
                .map(output -> {
                    output.accept(exchange, 0, nowNanos);
                    return Verdict.GO;
                });
    }

    private static Verdict invoke(
            Exchange exchange, LambdaAuthorizer authorizer, List<String> identity, long nowNanos) {
        Body event = authorizer.isToken()
                ? AuthorizerEvent.token(identity.getFirst(), MethodArn.of(exchange))
                : AuthorizerEvent.request(exchange, MethodArn.of(exchange));
        Optional<Call> call = authorizer.function().call(event, exchange);
        if (call.isEmpty()) {
            return Verdict.refuse(
                    GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR,
                    Refusal.NO_MESSAGE,
                    new Cause.AuthorizerMisconfigured(
                            authorizer.definition().name(),
                            "There is no function \"" + authorizer.function().name() + "\"."));
        }
        if (exchange.isNoted()) {
            exchange.note(new JournalEntry.AuthorizerCalled(
                    nowNanos,
                    authorizer.function().invokeUrl(),
                    InvokeHeaders.ofAuthorizer(exchange, authorizer.definition().id()),
                    event));
        }
        return new Verdict.Invoke(call.get(), nowNanos + LambdaAuthorizer.TIMEOUT_NANOS, Verdict.Callee.AUTHORIZER);
    }

    private static void noteStart(Exchange exchange, Authorizer authorizer, List<String> identity, long nowNanos) {
        if (exchange.isNoted()) {
            List<String> masked = identity.stream().map(Masked::atMostHalf).toList();
            exchange.note(new JournalEntry.AuthorizerStarted(nowNanos, authorizer.id(), String.join(", ", masked)));
        }
    }

    private static Verdict unauthorized(Cause cause) {
        return Verdict.refuse(GatewayResponseType.UNAUTHORIZED, UNAUTHORIZED, cause);
    }
}
