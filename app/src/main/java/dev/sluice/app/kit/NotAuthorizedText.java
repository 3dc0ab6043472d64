package dev.sluice.app.kit;

import static dev.sluice.app.Texts.text;

import dev.sluice.engine.journal.Cause;

/** Why a caller was not let in, in one line. */
final class NotAuthorizedText {
    private NotAuthorizedText() {}

    static String of(Cause.NotAuthorized cause) {
        return switch (cause) {
            case Cause.IdentityMissing c -> text("cause.identityMissing", c.authorizer(), c.source());
            case Cause.IdentityImplausible c -> text("cause.identityImplausible", c.authorizer(), c.expression());
            case Cause.AuthorizerRefused c -> text("cause.authorizerRefused", c.authorizer());
            case Cause.AuthorizerFailed c -> text("cause.authorizerFailed", c.authorizer(), c.reason());
            case Cause.AuthorizerMisconfigured c -> text("cause.authorizerMisconfigured", c.authorizer(), c.reason());
            case Cause.TokenRejected c -> text("cause.tokenRejected", c.authorizer(), c.reason());
            case Cause.SignatureMissing() -> text("cause.signatureMissing");
            case Cause.SignatureRejected c -> text("cause.signatureRejected", c.reason());
            case Cause.AccessDenied c -> denied(c);
            case Cause.MethodArnTooLong c ->
                text("cause.methodArnTooLong", Numbers.bytes(c.bytes()), Numbers.bytes(c.largest()));
        };
    }

    private static String denied(Cause.AccessDenied cause) {
        String who = switch (cause.decider()) {
            case RESOURCE_POLICY -> text("cause.decider.resourcePolicy");
            case AUTHORIZER -> text("cause.decider.authorizer");
            case USER_POLICIES -> text("cause.decider.userPolicies");
        };
        return cause.explicit()
                ? text("cause.deniedExplicitly", who, cause.caller(), cause.resource())
                : text("cause.notAllowed", who, cause.caller(), cause.resource());
    }
}
