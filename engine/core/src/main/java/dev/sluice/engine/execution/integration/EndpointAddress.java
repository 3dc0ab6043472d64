package dev.sluice.engine.execution.integration;

import java.util.Locale;
import java.util.Optional;

/**
 * Where an HTTP integration's URI points.
 *
 * @param authority {@code host} or {@code host:port} as written
 * @param port 1 to 65535
 * @param target path and query, at least {@code /}
 */
public record EndpointAddress(boolean tls, String authority, String host, int port, String target) {

    /** Reads an {@code http} or {@code https} URI; empty if it is none or has no host. Nothing is decoded. */
    public static Optional<EndpointAddress> of(String uri) {
        int schemeEnd = uri.indexOf("://");
        if (schemeEnd < 0) {
            return Optional.empty();
        }
        String scheme = uri.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        int start = schemeEnd + 3;
        int end = start;
        while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        return at(scheme.equals("https"), uri.substring(start, end), uri.substring(end));
    }

    private static Optional<EndpointAddress> at(boolean tls, String authority, String rest) {
        int fragment = rest.indexOf('#');
        String target = fragment < 0 ? rest : rest.substring(0, fragment);
        if (!target.startsWith("/")) {
            target = "/" + target;
        }
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String host = hasPort ? authority.substring(0, colon) : authority;
        int port = hasPort ? port(authority.substring(colon + 1)) : tls ? 443 : 80;
        boolean valid = !host.isEmpty() && port > 0 && isPlain(host) && isPlain(target);
        return valid ? Optional.of(new EndpointAddress(tls, authority, host, port, target)) : Optional.empty();
    }

    /** @return 0 if this is no port */
    private static int port(String digits) {
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        int port = Integer.parseInt(digits);
        return port <= 65_535 ? port : 0;
    }

    /** White space and controls would break the request line. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c > ' ' && c != 0x7f);
    }
}
