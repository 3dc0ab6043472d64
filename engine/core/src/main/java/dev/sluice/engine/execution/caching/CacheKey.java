package dev.sluice.engine.execution.caching;

/**
 * What tells cached answers apart: method, namespace and the values of the key parameters, nothing else of a request
 * (data-plane section 12).
 *
 * @param httpMethod as called, also where the API says ANY
 * @param namespace the integration's {@code cacheNamespace}, else the resource's id
 * @param parameters the values of the key parameters, unmistakably joined
 */
public record CacheKey(CacheId cache, String httpMethod, String namespace, String parameters) {
    /** Roughly what the key takes in memory. */
    int bytes() {
        return 2 * (httpMethod.length() + namespace.length() + parameters.length());
    }
}
