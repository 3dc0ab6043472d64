package dev.sluice.engine.execution.accesslog;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.execution.authorization.Caller;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What access logs say of how a caller was let in: {@code authorizer.*} of a Lambda authorizer's call,
 * {@code authenticate.*} of a signature or token, {@code authorize.*} of what the caller may do.
 *
 * <p>The last two take no time of their own here. An authorizer whose answer was kept was not called: its names are
 * unset [unsure].
 */
final class AuthorizationNames {
    private static final String OK = "200";

    private AuthorizationNames() {}

    /** Null if the name is not one of these. */
    static @Nullable AccessLogValue value(String name) {
        return switch (name) {
            case "authorizer.latency", "authorizer.integrationLatency" ->
                closed -> AccessLogNames.millis(closed.exchange().authorizerNanos());
            case "authorizer.integrationStatus" ->
                closed -> answer(closed)
                        .map(answer -> Integer.toString(answer.status()))
                        .orElse(null);
            case "authorizer.requestId" ->
                closed -> answer(closed)
                        .flatMap(answer -> answer.headers().first("x-amzn-RequestId"))
                        .orElse(null);
            case "authorizer.status" -> closed -> wasCalled(closed) ? status(refused(closed)) : null;
            case "authorizer.error" -> closed -> wasCalled(closed) ? message(refused(closed)) : null;
            case "authenticate.status" -> closed -> isAuthenticated(closed) ? status(unauthenticated(closed)) : null;
            case "authenticate.error" -> closed -> message(unauthenticated(closed));
            case "authenticate.latency" -> closed -> isAuthenticated(closed) ? "0" : null;
            case "authorize.status" -> closed -> isAuthorized(closed) ? status(denied(closed)) : null;
            case "authorize.error" -> closed -> message(denied(closed));
            case "authorize.latency" -> closed -> isAuthorized(closed) ? "0" : null;
            default -> null;
        };
    }

    private static Optional<HttpResponse> answer(ClosedExchange closed) {
        return closed.exchange()
                .authorizerOutcome()
                .flatMap(outcome ->
                        outcome instanceof Outcome.Answered(var response) ? Optional.of(response) : Optional.empty());
    }

    private static boolean wasCalled(ClosedExchange closed) {
        return closed.exchange().authorizerOutcome().isPresent();
    }

    private static Optional<Refusal> refused(ClosedExchange closed) {
        return closed.refusal().filter(refusal -> refusal.cause() instanceof Cause.NotAuthorized);
    }

    private static Optional<Refusal> denied(ClosedExchange closed) {
        return closed.refusal().filter(refusal -> refusal.cause() instanceof Cause.AccessDenied);
    }

    private static Optional<Refusal> unauthenticated(ClosedExchange closed) {
        return closed.refusal()
                .filter(refusal -> refusal.cause() instanceof Cause.SignatureMissing
                        || refusal.cause() instanceof Cause.SignatureRejected
                        || refusal.cause() instanceof Cause.TokenRejected);
    }

    private static boolean isAuthenticated(ClosedExchange closed) {
        Optional<Caller> caller = closed.exchange().caller();
        boolean known = caller.isPresent() && !(caller.get() instanceof Caller.KnownToFunction);
        return known || unauthenticated(closed).isPresent();
    }

    private static boolean isAuthorized(ClosedExchange closed) {
        return closed.exchange().caller().isPresent() || denied(closed).isPresent();
    }

    private static String status(Optional<Refusal> refusal) {
        return refusal.map(no -> Integer.toString(no.status())).orElse(OK);
    }

    private static @Nullable String message(Optional<Refusal> refusal) {
        return refusal.map(Refusal::message).orElse(null);
    }
}
