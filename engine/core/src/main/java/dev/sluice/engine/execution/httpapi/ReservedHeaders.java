package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.integration.HeaderNames;
import java.util.List;

/** Headers that HTTP API parameter mapping cannot touch (data-plane section 19). */
public final class ReservedHeaders {
    private static final HeaderNames NAMES = HeaderNames.of(
            "Authorization",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Location",
            "Forwarded",
            "Keep-Alive",
            "Origin",
            "TE",
            "Trailers",
            "Transfer-Encoding",
            "Upgrade",
            "Via");

    private static final List<String> PREFIXES =
            List.of("access-control-", "apigw-", "proxy-", "x-amz-", "x-amzn-", "x-forwarded-");

    private ReservedHeaders() {}

    /** Whether a mapping to this header has no effect. */
    public static boolean contains(String name) {
        return NAMES.contains(name)
                || PREFIXES.stream().anyMatch(prefix -> name.regionMatches(true, 0, prefix, 0, prefix.length()));
    }
}
