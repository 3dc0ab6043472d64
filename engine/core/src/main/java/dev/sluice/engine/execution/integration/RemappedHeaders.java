package dev.sluice.engine.execution.integration;

import dev.sluice.engine.http.Headers;
import java.util.Optional;

/**
 * Response headers that reach the client under another name, because the gateway or HTTP itself owns the real one
 * (data-plane section 10.6, recorded).
 */
public final class RemappedHeaders {
    private static final String PREFIX = "x-amzn-Remapped-";

    private static final HeaderNames REMAPPED = HeaderNames.of(
            "Authorization",
            "Connection",
            "Content-Length",
            "Content-MD5",
            "Date",
            "Expect",
            "Host",
            "Max-Forwards",
            "Proxy-Authenticate",
            "Server",
            "Trailer",
            "Upgrade",
            "User-Agent",
            "WWW-Authenticate");

    private static final HeaderNames REMAPPED_FROM_PROXY = REMAPPED.and("x-amzn-RequestId");

    private static final HeaderNames DROPPED_WHEN_MAPPED = HeaderNames.of("Transfer-Encoding");

    private static final HeaderNames DROPPED_FROM_PROXY =
            HeaderNames.of("Transfer-Encoding", "Content-Encoding", "Via");

    private RemappedHeaders() {}

    /** The name under which a mapped response header (HTTP, MOCK) is sent; none if it is not sent. */
    public static Optional<String> whenMapped(String name) {
        return DROPPED_WHEN_MAPPED.contains(name) ? Optional.empty() : Optional.of(renamed(name, REMAPPED));
    }

    /** The headers of an HTTP_PROXY endpoint as the client gets them. */
    public static Headers fromHttpProxy(Headers endpoint) {
        Headers.Builder headers = Headers.builder();
        endpoint.forEach((name, value) -> {
            if (!DROPPED_FROM_PROXY.contains(name)) {
                headers.add(renamed(name, REMAPPED_FROM_PROXY), value);
            }
        });
        return headers.build();
    }

    /**
     * The headers of a proxy response as the client gets them. The guide says that they may be remapped and not which
     * (data-plane section 10.6, unsure): here, those that are when mapped, and the gateway's own id.
     */
    public static Headers fromFunction(Headers function) {
        boolean asIs = true;
        for (int i = 0; i < function.size() && asIs; i++) {
            String name = function.name(i);
            asIs = !REMAPPED_FROM_PROXY.contains(name) && !DROPPED_WHEN_MAPPED.contains(name);
        }
        if (asIs) {
            return function;
        }
        Headers.Builder headers = Headers.builder();
        function.forEach((name, value) -> {
            if (!DROPPED_WHEN_MAPPED.contains(name)) {
                headers.add(renamed(name, REMAPPED_FROM_PROXY), value);
            }
        });
        return headers.build();
    }

    private static String renamed(String name, HeaderNames remapped) {
        return remapped.contains(name) ? PREFIX + name : name;
    }
}
