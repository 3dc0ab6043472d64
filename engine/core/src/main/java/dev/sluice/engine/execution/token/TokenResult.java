package dev.sluice.engine.execution.token;

/** What a check of a token found. */
public sealed interface TokenResult {
    /** Signed by a trusted issuer and good now. */
    record Good(Claims claims) implements TokenResult {}

    /**
     * Not to be believed.
     *
     * @param detail a sentence with the facts, for the owner of the API; never holds the token
     */
    record Bad(Fault fault, String detail) implements TokenResult {}

    /** What is wrong with a token. */
    enum Fault {
        /** No three parts of base64 with JSON in them. */
        MALFORMED,
        /** Not one of the RSA signatures, {@code none} and HMAC included. */
        ALGORITHM,
        /** No issuer of the workspace that the authorizer trusts. */
        ISSUER,
        /** No {@code kid}, or one that the issuer does not have. */
        KEY,
        SIGNATURE,
        /** {@code exp} has passed, or there is none. */
        EXPIRED,
        /** {@code nbf} or {@code iat} is still to come. */
        NOT_YET,
        AUDIENCE
    }
}
