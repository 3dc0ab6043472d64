package dev.sluice.engine.execution.authorization.signature;

import dev.sluice.engine.definition.IamUser;

/** What a check of a signature found. */
public sealed interface SignatureResult {
    /** Signed by this user, just now, and not changed since. */
    record Genuine(IamUser user) implements SignatureResult {}

    /** The request is not signed. */
    record Absent() implements SignatureResult {}

    /**
     * Not to be believed.
     *
     * @param message AWS's words to the client
     * @param reason a sentence for the owner of the API; never holds a secret
     */
    record Refused(Kind kind, String message, String reason) implements SignatureResult {}

    /** What kind of refusal it is. */
    enum Kind {
        INCOMPLETE("IncompleteSignatureException"),
        INVALID("InvalidSignatureException"),
        /** The access key, or the token of temporary credentials, is not known. */
        UNKNOWN_CREDENTIALS("UnrecognizedClientException"),
        EXPIRED_TOKEN("ExpiredTokenException");

        private final String errorType;

        Kind(String errorType) {
            this.errorType = errorType;
        }

        /** Value of {@code x-amzn-ErrorType}. */
        public String errorType() {
            return errorType;
        }
    }
}
