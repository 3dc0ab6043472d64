package dev.sluice.engine.traffic;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;

/**
 * What a client sends.
 *
 * @param target path and query, already encoded, beginning with {@code /}; goes behind the target's base path
 * @param headers as they go to the wire; whoever sends adds {@code Host} and {@code Content-Length} if they are missing
 */
public record RequestTemplate(String method, String target, Headers headers, Body body) {
    public RequestTemplate {
        if (!isToken(method)) {
            throw new IllegalArgumentException("\"" + method + "\" is no HTTP method: use letters only, as in GET.");
        }
        if (!target.startsWith("/") || target.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("The target \"" + target
                    + "\" cannot stand in a request line: begin with / and encode spaces and control characters.");
        }
        headers.forEach((name, value) -> {
            if (!isToken(name) || value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
                throw new IllegalArgumentException("The header \"" + name + ": " + value
                        + "\" cannot stand in a request: no line breaks, no spaces or colons in the name.");
            }
        });
    }

    /** RFC 9110 section 5.6.2. */
    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0);
    }
}
