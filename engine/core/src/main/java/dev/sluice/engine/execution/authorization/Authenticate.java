package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.authorization.ServedAuthorization.Scheme;
import dev.sluice.engine.execution.authorization.signature.SignatureResult;
import dev.sluice.engine.execution.token.Claims;
import dev.sluice.engine.execution.token.TokenResult;
import dev.sluice.engine.execution.token.TokenResult.Fault;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.JournalEntry;
import dev.sluice.engine.journal.Masked;
import dev.sluice.engine.journal.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * Who signed the request, or whose token it carries. A Lambda authorizer is asked by the next stop.
 *
 * <p>An expired token is told so; everything else that is wrong with one is {@code Unauthorized} (both captured).
 */
public final class Authenticate implements Stop {
    private static final String UNAUTHORIZED = "Unauthorized";
    private static final String EXPIRED = "The incoming token has expired";

    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        return switch (exchange.method().authorization().scheme()) {
            case Scheme.None() -> Verdict.GO;
            case Scheme.Function unused -> Verdict.GO;
            case Scheme.Missing(String id) -> missing(id);
            case Scheme.Iam(IamCallers callers) ->
                signed(exchange, callers, callers.check(exchange.request(), nowNanos));
            case Scheme.Token(TokenAuthorizer authorizer) -> token(exchange, authorizer, nowNanos);
        };
    }

    private static Verdict missing(String authorizerId) {
        return Verdict.refuse(
                GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR,
                Refusal.NO_MESSAGE,
                new Cause.AuthorizerMisconfigured(authorizerId, "The API has no authorizer of that id."));
    }

    private static Verdict signed(Exchange exchange, IamCallers callers, SignatureResult result) {
        return switch (result) {
            case SignatureResult.Genuine(IamUser user) -> {
                exchange.calledBy(callers.signer(user));
                yield Verdict.GO;
            }
            case SignatureResult.Absent() ->
                Verdict.refuse(
                        GatewayResponseType.MISSING_AUTHENTICATION_TOKEN,
                        "Missing Authentication Token",
                        new Cause.SignatureMissing());
            case SignatureResult.Refused(SignatureResult.Kind kind, String message, String reason) ->
                new Verdict.Refuse(Refusal.of(type(kind), message, new Cause.SignatureRejected(reason))
                        .withErrorType(kind.errorType()));
        };
    }

    /** Which types AWS files these under is not public but for the first [unsure]. */
    private static GatewayResponseType type(SignatureResult.Kind kind) {
        return switch (kind) {
            case INCOMPLETE -> GatewayResponseType.MISSING_AUTHENTICATION_TOKEN;
            case INVALID, UNKNOWN_CREDENTIALS -> GatewayResponseType.INVALID_SIGNATURE;
            case EXPIRED_TOKEN -> GatewayResponseType.EXPIRED_TOKEN;
        };
    }

    private static Verdict token(Exchange exchange, TokenAuthorizer authorizer, long nowNanos) {
        Authorizer definition = authorizer.definition();
        Optional<String> token = authorizer.token(exchange);
        if (token.isEmpty()) {
            return unauthorized(new Cause.IdentityMissing(
                    definition.name(), definition.identitySource().orElse("")));
        }
        if (exchange.isNoted()) {
            exchange.note(
                    new JournalEntry.AuthorizerStarted(nowNanos, definition.id(), Masked.atMostHalf(token.get())));
        }
        return switch (authorizer.check(token.get(), nowNanos)) {
            case TokenResult.Bad(Fault fault, String detail) ->
                Verdict.refuse(
                        GatewayResponseType.UNAUTHORIZED,
                        fault == Fault.EXPIRED ? EXPIRED : UNAUTHORIZED,
                        new Cause.TokenRejected(definition.name(), detail));
            case TokenResult.Good(Claims claims) -> bearer(exchange, authorizer, claims, nowNanos);
        };
    }

    private static Verdict bearer(Exchange exchange, TokenAuthorizer authorizer, Claims claims, long nowNanos) {
        Optional<String> objection = authorizer.objection(claims);
        if (objection.isPresent()) {
            return unauthorized(new Cause.TokenRejected(authorizer.definition().name(), objection.get()));
        }
        exchange.calledBy(new Caller.Bearer(Map.of("claims", ClaimTexts.of(claims))));
        if (exchange.isNoted()) {
            exchange.note(new JournalEntry.AuthorizerSucceeded(nowNanos, ""));
        }
        return Verdict.GO;
    }

    private static Verdict unauthorized(Cause cause) {
        return Verdict.refuse(GatewayResponseType.UNAUTHORIZED, UNAUTHORIZED, cause);
    }
}
