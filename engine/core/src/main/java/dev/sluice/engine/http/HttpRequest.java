package dev.sluice.engine.http;

/**
 * One request as it came from the wire.
 *
 * @param method the method as sent, upper or lower case kept
 * @param target the raw request target: path and query, nothing decoded, at least {@code /}
 * @param headers header lines as sent
 * @param body the whole body
 * @param sourceIp address of the caller, as text
 */
public record HttpRequest(String method, String target, Headers headers, Body body, String sourceIp) {

    /** The target up to the first {@code ?}. */
    public String rawPath() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The target after the first {@code ?}; empty if there is none. */
    public String rawQuery() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }
}
