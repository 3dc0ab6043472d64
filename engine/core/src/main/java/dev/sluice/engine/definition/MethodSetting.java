package dev.sluice.engine.definition;

import java.util.Optional;

/**
 * What a stage sets for all its methods or for one.
 *
 * @param throttle tokens for the method on this stage; absent means the account's limit alone
 * @param dataTraceEnabled whether the execution log holds headers and bodies
 */
public record MethodSetting(
        Optional<ThrottleSettings> throttle,
        LoggingLevel loggingLevel,
        boolean dataTraceEnabled,
        boolean metricsEnabled,
        CacheSetting cache) {

    public static final MethodSetting NONE = new MethodSetting(Optional.empty(), LoggingLevel.OFF, false, false);

    /** A setting that leaves caching as it comes. */
    public MethodSetting(
            Optional<ThrottleSettings> throttle,
            LoggingLevel loggingLevel,
            boolean dataTraceEnabled,
            boolean metricsEnabled) {
        this(throttle, loggingLevel, dataTraceEnabled, metricsEnabled, CacheSetting.DEFAULT);
    }

    public MethodSetting withThrottle(Optional<ThrottleSettings> newThrottle) {
        return new MethodSetting(newThrottle, loggingLevel, dataTraceEnabled, metricsEnabled, cache);
    }

    public enum LoggingLevel {
        OFF,
        ERROR,
        INFO
    }
}
