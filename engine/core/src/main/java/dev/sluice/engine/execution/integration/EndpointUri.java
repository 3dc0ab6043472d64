package dev.sluice.engine.execution.integration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The URI of an HTTP integration, filled for one request (data-plane section 10.3).
 *
 * @param pattern the integration's URI with its stage variables filled in; <code>{name}</code> takes a mapped path
 *     value
 */
public record EndpointUri(String pattern) {

    /**
     * The URI to call: query parameters of the URI itself, then the mapped ones, then the client's.
     *
     * @param clientQuery raw; empty where the integration type does not hand it on
     */
    public String filled(Map<String, String> path, Map<String, List<String>> query, String clientQuery) {
        String uri = withPath(path);
        String added = query(query, clientQuery);
        if (added.isEmpty()) {
            return uri;
        }
        String joint = uri.indexOf('?') < 0 ? "?" : uri.endsWith("?") || uri.endsWith("&") ? "" : "&";
        return uri + joint + added;
    }

    /** The pattern with its path values filled in. */
    String withPath(Map<String, String> path) {
        String uri = pattern;
        for (Map.Entry<String, String> value : path.entrySet()) {
            uri = uri.replace("{" + value.getKey() + "}", inPath(value.getValue()))
                    .replace("{" + value.getKey() + "+}", inPath(value.getValue()));
        }
        return uri;
    }

    /** The mapped parameters encoded, then a raw query string. */
    static String query(Map<String, List<String>> query, String raw) {
        var text = new StringJoiner("&");
        query.forEach((name, values) -> values.forEach(value -> text.add(encoded(name) + "=" + encoded(value))));
        if (!raw.isEmpty()) {
            text.add(raw);
        }
        return text.toString();
    }

    /** This URI with another path, its query kept; one that is no address has nothing to replace. */
    public EndpointUri withPath(Optional<String> path) {
        int authority = pattern.indexOf("://");
        if (path.isEmpty() || authority < 0) {
            return this;
        }
        int start = authority + 3;
        while (start < pattern.length() && "/?#".indexOf(pattern.charAt(start)) < 0) {
            start++;
        }
        int query = pattern.indexOf('?', start);
        String slashed = path.get().startsWith("/") ? path.get() : "/" + path.get();
        return new EndpointUri(
                pattern.substring(0, start) + inPath(slashed) + (query < 0 ? "" : pattern.substring(query)));
    }

    /** Path values keep their escapes; only what no request line can hold is escaped. */
    private static String inPath(String value) {
        if (value.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '?' && c != '#')) {
            return value;
        }
        var escaped = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b != 0x7f && b != '?' && b != '#';
            escaped.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return escaped.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
