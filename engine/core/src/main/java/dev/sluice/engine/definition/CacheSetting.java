package dev.sluice.engine.definition;

/**
 * How a stage caches a method's answers (data-plane section 12). It takes effect only while the stage's cache cluster
 * is enabled.
 *
 * @param ttlInSeconds 0 to 3600; 0 keeps nothing
 * @param dataEncrypted kept for round trips; the cache lives in memory
 * @param requireAuthorization whether {@code Cache-Control: max-age=0} needs the permission to invalidate
 */
public record CacheSetting(
        boolean enabled,
        int ttlInSeconds,
        boolean dataEncrypted,
        boolean requireAuthorization,
        UnauthorizedStrategy unauthorizedStrategy) {

    /** What a method entry starts with (data-plane section 5, recorded). */
    public static final CacheSetting DEFAULT =
            new CacheSetting(false, 300, false, true, UnauthorizedStrategy.SUCCEED_WITH_RESPONSE_HEADER);

    public CacheSetting withEnabled(boolean newValue) {
        return new CacheSetting(newValue, ttlInSeconds, dataEncrypted, requireAuthorization, unauthorizedStrategy);
    }

    public CacheSetting withTtlInSeconds(int newValue) {
        return new CacheSetting(enabled, newValue, dataEncrypted, requireAuthorization, unauthorizedStrategy);
    }

    public CacheSetting withDataEncrypted(boolean newValue) {
        return new CacheSetting(enabled, ttlInSeconds, newValue, requireAuthorization, unauthorizedStrategy);
    }

    public CacheSetting withRequireAuthorization(boolean newValue) {
        return new CacheSetting(enabled, ttlInSeconds, dataEncrypted, newValue, unauthorizedStrategy);
    }

    public CacheSetting withUnauthorizedStrategy(UnauthorizedStrategy newValue) {
        return new CacheSetting(enabled, ttlInSeconds, dataEncrypted, requireAuthorization, newValue);
    }

    /** What happens to a caller who may not invalidate but asks to. */
    public enum UnauthorizedStrategy {
        FAIL_WITH_403,
        SUCCEED_WITH_RESPONSE_HEADER,
        SUCCEED_WITHOUT_RESPONSE_HEADER
    }
}
