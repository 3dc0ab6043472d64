package dev.sluice.engine.execution.authorization.signature;

import dev.sluice.engine.http.HttpRequest;
import java.util.Optional;

/** AWS's words for an {@code Authorization} header that is no signature (data-plane section 3.3, captured). */
public final class IncompleteSignature {
    /** Value of {@code x-amzn-ErrorType}. */
    public static final String ERROR_TYPE = "IncompleteSignatureException";

    private IncompleteSignature() {}

    /** What is missing or malformed in a request's signature; empty if the request has none, or a whole one. */
    public static Optional<String> of(HttpRequest request) {
        return ReadSignature.of(request) instanceof SentSignature.Incomplete(String message)
                ? Optional.of(message)
                : Optional.empty();
    }

    /** What is wrong if what follows the scheme is not a list of {@code name=value}; empty if it is. */
    static Optional<String> ofPairs(String authorization) {
        String list = authorization.substring(authorization.indexOf(' ') + 1);
        for (String pair : list.split(",", -1)) {
            if (pair.indexOf('=') < 0) {
                return Optional.of("'" + pair.strip()
                        + "' not a valid key=value pair (missing equal-sign) in Authorization header: '"
                        + authorization + "'.");
            }
        }
        return Optional.empty();
    }
}
