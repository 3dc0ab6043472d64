package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.HttpApi.CorsConfiguration;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An API's CORS configuration at work. While there is one, what integrations say about CORS is ignored (data-plane
 * section 19). That the gateway's own errors carry the headers too is unsure.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">CORS</a>
 */
public final class ServedCors {
    private static final String PREFIX = "access-control-";
    private static final String ANY = "*";
    private static final int NO_CONTENT = 204;

    private final CorsConfiguration configuration;

    ServedCors(CorsConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Whether a browser asks before the request proper. */
    static boolean isPreflight(HttpRequest request) {
        return request.method().equals("OPTIONS")
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    /** The answer to a preflight without a route; its headers come with {@link #over}. */
    static MethodResponse preflight() {
        return new MethodResponse(NO_CONTENT, Headers.NONE, Body.EMPTY);
    }

    /** Lays the configured headers over those of an answer. */
    public void over(HttpRequest request, Headers.Builder headers) {
        for (String name : List.of(
                "allow-origin", "allow-methods", "allow-headers", "allow-credentials", "expose-headers", "max-age")) {
            headers.remove(PREFIX + name);
        }
        Optional<String> origin = request.headers().first("Origin").filter(this::isAllowed);
        if (origin.isEmpty()) {
            return;
        }
        boolean anyone = configuration.allowOrigins().contains(ANY) && !configuration.allowCredentials();
        headers.set(PREFIX + "allow-origin", anyone ? ANY : origin.get());
        if (!anyone) {
            headers.add("vary", "origin");
        }
        if (configuration.allowCredentials()) {
            headers.set(PREFIX + "allow-credentials", "true");
        }
        if (isPreflight(request)) {
            list(headers, "allow-methods", configuration.allowMethods());
            list(headers, "allow-headers", configuration.allowHeaders());
            configuration.maxAge().ifPresent(seconds -> headers.set(PREFIX + "max-age", Integer.toString(seconds)));
        }
        list(headers, "expose-headers", configuration.exposeHeaders());
    }

    private boolean isAllowed(String origin) {
        return configuration.allowOrigins().stream().anyMatch(allowed -> matches(allowed, origin));
    }

    /** An origin as it is, or with one {@code *} that stands for any text: {@code *}, {@code https://*}. */
    private static boolean matches(String allowed, String origin) {
        String wanted = allowed.toLowerCase(Locale.ROOT);
        String sent = origin.toLowerCase(Locale.ROOT);
        int star = wanted.indexOf('*');
        if (star < 0) {
            return wanted.equals(sent);
        }
        return sent.length() >= wanted.length() - 1
                && sent.startsWith(wanted.substring(0, star))
                && sent.endsWith(wanted.substring(star + 1));
    }

    private static void list(Headers.Builder headers, String name, List<String> values) {
        if (!values.isEmpty()) {
            headers.set(PREFIX + name, String.join(",", values));
        }
    }
}
