package dev.sluice.engine.journal;

import dev.sluice.engine.definition.ThrottleSettings;

/**
 * What one tier said to one request.
 *
 * @param tokensBefore tokens in the bucket when the request came
 * @param tokensAfter tokens left when the decision was made
 * @param nanosUntilPass how long until this tier alone would have let the request through; 0 if it did,
 *     {@link Long#MAX_VALUE} if it never would
 */
public record TierReading(
        BucketId bucket,
        ThrottleSettings limit,
        Result result,
        double tokensBefore,
        double tokensAfter,
        long nanosUntilPass) {

    public enum Result {
        PASSED,
        REFUSED,
        /** A tier before it refused. */
        NOT_REACHED
    }
}
