package dev.sluice.engine.observation.snapshot;

import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.journal.BucketId;

/**
 * One bucket at one instant.
 *
 * @param tokens tokens in it, 0 to burst
 * @param passed requests it let through since the engine opened
 * @param refused requests it refused since the engine opened
 * @param nanosToNextToken 0 if a whole token is there, {@link Long#MAX_VALUE} if none will ever come
 * @param nanosToFull 0 if full, {@link Long#MAX_VALUE} if it will never be
 */
public record BucketReading(
        BucketId id,
        ThrottleSettings limit,
        double tokens,
        long passed,
        long refused,
        long nanosToNextToken,
        long nanosToFull) {}
