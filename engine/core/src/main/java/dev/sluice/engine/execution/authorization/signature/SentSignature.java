package dev.sluice.engine.execution.authorization.signature;

import java.util.List;
import java.util.Optional;

/** What a request says of its signature. */
sealed interface SentSignature {
    /** The request is not signed at all. */
    record Absent() implements SentSignature {}

    /** @param message AWS's words for what is missing or malformed */
    record Incomplete(String message) implements SentSignature {}

    /**
     * Every part is there.
     *
     * @param date day of the credential scope, {@code yyyyMMdd}
     * @param signedHeaders names in lower case, in the order sent
     * @param timestamp {@code yyyyMMddTHHmmssZ}
     * @param securityToken of temporary credentials
     * @param expiresSeconds how long a presigned request is good; absent for one signed in its header
     */
    record Complete(
            String accessKeyId,
            String date,
            String region,
            String service,
            String terminator,
            List<String> signedHeaders,
            String signature,
            String timestamp,
            Optional<String> securityToken,
            Optional<Long> expiresSeconds)
            implements SentSignature {
        String scope() {
            return date + "/" + region + "/" + service + "/" + terminator;
        }
    }
}
