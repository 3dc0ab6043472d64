package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.authorization.ServedAuthorization.Scheme;
import dev.sluice.engine.execution.function.FunctionResult;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.JournalEntry;
import dev.sluice.engine.journal.Refusal;

/**
 * What a Lambda authorizer said (data-plane section 8.1): an error of exactly {@code Unauthorized} is 401, any other is
 * 500, and so is an answer without principalId or a policy that can be read. Only answers that can be used are kept.
 */
public final class ReadAuthorizerResult implements Stop {
    private static final String UNAUTHORIZED = "Unauthorized";
    private static final long NANOS_PER_MILLI = 1_000_000L;

    /** Largest answer that is kept, in bytes: it bounds what the kept answers take together. */
    private static final int LARGEST_KEPT = 32_768;

    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        Scheme scheme = exchange.method().authorization().scheme();
        return scheme instanceof Scheme.Function(LambdaAuthorizer authorizer)
                ? exchange.authorizerOutcome()
                        .map(outcome -> read(exchange, authorizer, outcome, nowNanos))
                        .orElse(Verdict.GO)
                : Verdict.GO;
    }

    private static Verdict read(Exchange exchange, LambdaAuthorizer authorizer, Outcome outcome, long nowNanos) {
        return switch (outcome) {
            case Outcome.Answered(HttpResponse response) -> read(exchange, authorizer, response, nowNanos);
            case Outcome.TimedOut() ->
                failed(authorizer, "It took longer than " + LambdaAuthorizer.TIMEOUT_NANOS / NANOS_PER_MILLI + " ms.");
            case Outcome.Unreachable(String reason) -> failed(authorizer, reason);
        };
    }

    private static Verdict read(Exchange exchange, LambdaAuthorizer authorizer, HttpResponse response, long nowNanos) {
        if (exchange.isNoted()) {
            exchange.note(new JournalEntry.AuthorizerAnswered(nowNanos, response.body()));
        }
        return switch (authorizer.function().read(response)) {
            case FunctionResult.NotInvoked(int status) ->
                misconfigured(authorizer, "Lambda did not run the function: " + status + ".");
            case FunctionResult.Failed(String type, String message, Body payload) ->
                message.equals(UNAUTHORIZED)
                        ? Verdict.refuse(
                                GatewayResponseType.UNAUTHORIZED,
                                UNAUTHORIZED,
                                new Cause.AuthorizerRefused(
                                        authorizer.definition().name()))
                        : failed(authorizer, message);
            case FunctionResult.Returned(Body payload) -> returned(exchange, authorizer, payload, nowNanos);
        };
    }

    private static Verdict returned(Exchange exchange, LambdaAuthorizer authorizer, Body payload, long nowNanos) {
        return switch (AuthorizerOutput.read(payload)) {
            case AuthorizerOutput.Unusable(String reason) -> misconfigured(authorizer, reason);
            case AuthorizerOutput.Usable usable -> {
                if (payload.length() <= LARGEST_KEPT) {
                    authorizer
                            .identity(exchange)
                            .flatMap(identity -> authorizer.cacheKey(exchange, identity))
                            .ifPresent(key -> exchange.table()
                                    .authorizerResults()
                                    .put(key, usable, authorizer.expiresNanos(nowNanos)));
                }
                usable.accept(exchange, exchange.authorizerNanos() / NANOS_PER_MILLI, nowNanos);
                yield Verdict.GO;
            }
        };
    }

    private static Verdict failed(LambdaAuthorizer authorizer, String reason) {
        return Verdict.refuse(
                GatewayResponseType.AUTHORIZER_FAILURE,
                Refusal.NO_MESSAGE,
                new Cause.AuthorizerFailed(authorizer.definition().name(), reason));
    }

    private static Verdict misconfigured(LambdaAuthorizer authorizer, String reason) {
        return Verdict.refuse(
                GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR,
                Refusal.NO_MESSAGE,
                new Cause.AuthorizerMisconfigured(authorizer.definition().name(), reason));
    }
}
