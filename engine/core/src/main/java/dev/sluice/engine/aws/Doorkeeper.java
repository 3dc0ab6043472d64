package dev.sluice.engine.aws;

import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps web pages away from the control plane. A page that a user visits may send requests to this machine; AWS's
 * clients are no browsers, so whatever a browser says of itself is refused. A host name that is not this machine's own
 * is how DNS rebinding looks: an address or {@code localhost} cannot be rebound.
 */
final class Doorkeeper {
    /** The largest body: an API definition ends at 6 MB (control-plane section 7.2). */
    private static final int LARGEST_BODY = 6 * 1024 * 1024;

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.%]+]");

    private Doorkeeper() {}

    /** The answer to a request that may not come in. */
    static Optional<HttpResponse> refusal(HttpRequest request) {
        if (!isOurs(host(request))) {
            return refuse(403, "AccessDeniedException", "The control plane answers to an address or localhost only.");
        }
        if (fromPage(request)) {
            return refuse(403, "AccessDeniedException", "The control plane does not answer web pages.");
        }
        return request.body().length() > LARGEST_BODY
                ? refuse(413, "RequestEntityTooLargeException", "Request body exceeds " + LARGEST_BODY + " bytes.")
                : Optional.empty();
    }

    /** The host in lower case without its port; empty if there is none. */
    static String host(HttpRequest request) {
        String authority = request.headers().first("Host").orElse("");
        int port = authority.lastIndexOf(':');
        String host = port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority;
        return host.toLowerCase(Locale.ROOT);
    }

    private static boolean isOurs(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || ADDRESS.matcher(host).matches();
    }

    private static boolean fromPage(HttpRequest request) {
        String site = request.headers().first("Sec-Fetch-Site").orElse("none");
        return request.headers().contains("Origin") || !site.equals("none");
    }

    private static Optional<HttpResponse> refuse(int status, String code, String message) {
        return Optional.of(RestAnswer.error(status, code, message).response(0));
    }
}
