package dev.sluice.engine.observation.logs;

import dev.sluice.engine.journal.Cause.AccessDenied;
import dev.sluice.engine.journal.Cause.AuthorizerFailed;
import dev.sluice.engine.journal.Cause.AuthorizerMisconfigured;
import dev.sluice.engine.journal.Cause.AuthorizerRefused;
import dev.sluice.engine.journal.Cause.IdentityImplausible;
import dev.sluice.engine.journal.Cause.IdentityMissing;
import dev.sluice.engine.journal.Cause.MethodArnTooLong;
import dev.sluice.engine.journal.Cause.NotAuthorized;
import dev.sluice.engine.journal.Cause.SignatureMissing;
import dev.sluice.engine.journal.Cause.SignatureRejected;
import dev.sluice.engine.journal.Cause.TokenRejected;

/**
 * What the execution log says of callers that are not let in. The lines of 401 and 500 are captured (data-plane section
 * 13); what AWS adds of the reason is not public, so ours follows after a colon where a person needs it.
 */
final class AuthorizationLines {
    private static final String CONFIGURATION = "Execution failed due to configuration error: ";

    private AuthorizationLines() {}

    static String of(NotAuthorized cause, String requestId) {
        return switch (cause) {
            case IdentityMissing unused -> unauthorized(requestId);
            case IdentityImplausible unused -> unauthorized(requestId);
            case AuthorizerRefused unused -> unauthorized(requestId);
            case TokenRejected(String authorizer, String reason) -> unauthorized(requestId) + ": " + reason;
            case AuthorizerFailed(String authorizer, String reason) -> CONFIGURATION + "Authorizer error: " + reason;
            case AuthorizerMisconfigured(String authorizer, String reason) ->
                CONFIGURATION + "AuthorizerConfigurationException: " + reason;
            case SignatureMissing() -> "Missing Authentication Token";
            case SignatureRejected(String reason) -> reason;
            case AccessDenied denied ->
                "The client is not authorized to perform this operation: " + denied.caller() + " on "
                        + denied.resource() + (denied.explicit() ? " is denied" : " is not allowed");
            case MethodArnTooLong(int bytes, int largest) ->
                "Request URI too long: the method's ARN has " + bytes + " bytes, " + largest + " is the most";
        };
    }

    private static String unauthorized(String requestId) {
        return "Unauthorized request: " + requestId;
    }
}
