package dev.sluice.engine.driver.live;

import dev.sluice.engine.http.Headers;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;
import java.util.function.BiConsumer;

/** What the head of a request says: its header lines as they came, and in the same pass what the connection needs. */
final class RequestHead implements BiConsumer<String, String> {
    private final Headers.Builder lines = Headers.builder();
    private int hosts;
    private boolean chunked;
    private boolean close;
    private boolean keepAlive;
    private boolean expectsContinue;
    private long contentLength = -1;

    private RequestHead() {}

    static RequestHead of(MultiMap headers) {
        var head = new RequestHead();
        headers.forEach(head);
        return head;
    }

    /** One line; the length of its name rules most of them out. */
    @Override
    public void accept(String name, String value) {
        lines.add(name, value);
        switch (name.length()) {
            case 4 -> hosts += name.equalsIgnoreCase("Host") ? 1 : 0;
            case 6 -> expectsContinue |= name.equalsIgnoreCase("Expect") && value.equalsIgnoreCase("100-continue");
            case 10 -> {
                if (name.equalsIgnoreCase("Connection")) {
                    close |= hasToken(value, "close");
                    keepAlive |= hasToken(value, "keep-alive");
                }
            }
            case 14 -> {
                if (name.equalsIgnoreCase("Content-Length")) {
                    contentLength = length(value);
                }
            }
            case 17 -> chunked |= name.equalsIgnoreCase("Transfer-Encoding");
            default -> {}
        }
    }

    Headers headers() {
        return lines.build();
    }

    /** Bytes announced, -1 if the client did not say. */
    long contentLength() {
        return contentLength;
    }

    boolean hasBody() {
        return chunked || contentLength > 0;
    }

    boolean expectsContinue() {
        return expectsContinue;
    }

    /** RFC 9110 section 7.2: exactly one Host in HTTP/1.1. */
    boolean hasValidHost(HttpServerRequest request) {
        return hosts == 1 || (hosts == 0 && request.version() == HttpVersion.HTTP_1_0);
    }

    /** RFC 9112 section 9.3. */
    boolean wantsClose(HttpServerRequest request) {
        return close || (request.version() != HttpVersion.HTTP_1_1 && !keepAlive);
    }

    /**
     * The path and query of a request target; empty if it has none. Nothing in it is decoded: only the scheme and host
     * that a client of a proxy puts in front go (RFC 9112 section 3.2.2).
     */
    static String pathAndQuery(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        String lower = target.length() > 8 ? target.substring(0, 8).toLowerCase(Locale.ROOT) : target;
        int authority = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : -1;
        if (authority < 0) {
            return "";
        }
        int end = authority;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        String rest = target.substring(end);
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    private static boolean hasToken(String list, String token) {
        if (list.equalsIgnoreCase(token)) {
            return true;
        }
        return list.indexOf(',') >= 0
                && (',' + list.toLowerCase(Locale.ROOT).replace(" ", "") + ',').contains(',' + token + ',');
    }

    /** The number, already checked to be one by the decoder; larger than any limit if it does not fit. */
    private static long length(String value) {
        try {
            return Long.parseLong(value.trim());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
