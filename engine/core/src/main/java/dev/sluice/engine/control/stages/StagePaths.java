package dev.sluice.engine.control.stages;

import dev.sluice.engine.control.ControlException;

/** The errors for paths that a stage does not have, in AWS's words with their quirks (recorded). */
final class StagePaths {
    private static final String MUST_BE = ". Must be one of: [/deploymentId, /description, "
            + "/cacheClusterEnabled, /cacheClusterSize, "
            + "/clientCertificateId, /accessLogSettings, "
            + "/accessLogSettings/destinationArn, /accessLogSettings/format, "
            + "/{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, "
            + "/{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds, "
            + "/{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, "
            + "/{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, "
            + "/*/*/metrics/enabled, /*/*/logging/dataTrace, "
            + "/*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, "
            + "/*/*/caching/enabled, /*/*/caching/dataEncrypted, "
            + "/*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, "
            + "/variables/{variable_name}, /tracingEnabled]";

    private StagePaths() {}

    static ControlException invalid(String path) {
        return ControlException.badRequest("Invalid method setting path: " + path + MUST_BE);
    }

    /** The trailing space is AWS's; Terraform looks for the words before it. */
    static ControlException noSetting(String path) {
        String bare = path.startsWith("/") ? path.substring(1) : path;
        return ControlException.badRequest(
                "Cannot remove method setting " + bare + " because there is no method setting for this method ");
    }
}
