package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.integration.HeaderNames;
import dev.sluice.engine.http.Headers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Headers of an event in format 2.0: names in lower case, values of one name joined by commas, cookies apart
 * (data-plane section 19). Which of the client's headers stop at the gateway is documented nowhere: those that belong
 * to one connection do here.
 */
final class EventHeaders {
    static final HeaderNames OF_ONE_CONNECTION = HeaderNames.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Trailers",
            "Transfer-Encoding",
            "Upgrade",
            "Expect");

    private EventHeaders() {}

    /** @param traceId value of {@code X-Amzn-Trace-Id} */
    static Map<String, String> of(Headers client, String domainName, String sourceIp, String traceId) {
        var headers = new LinkedHashMap<String, String>();
        client.forEach((name, value) -> {
            String key = name.toLowerCase(Locale.ROOT);
            if (!OF_ONE_CONNECTION.contains(name) && !key.equals("cookie")) {
                headers.merge(key, value, (before, next) -> before + "," + next);
            }
        });
        headers.putIfAbsent("host", domainName);
        headers.put("x-amzn-trace-id", traceId);
        headers.merge("x-forwarded-for", sourceIp, (before, next) -> before + ", " + next);
        headers.put("x-forwarded-port", "443");
        headers.put("x-forwarded-proto", "https");
        return headers;
    }

    /** Each cookie of the client's {@code Cookie} lines. */
    static List<String> cookies(Headers client) {
        return client.all("Cookie").stream()
                .flatMap(line -> List.of(line.split(";")).stream())
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty())
                .toList();
    }
}
