package dev.sluice.engine.execution.integration;

import dev.sluice.engine.http.Headers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which headers reach an endpoint: the client's, the gateway's own, the mapped ones (data-plane section 10.1,
 * recorded).
 */
public final class ForwardedHeaders {
    /** Of the client's headers these go nowhere: not to an endpoint, a function, or a template. */
    static final HeaderNames NEVER_FORWARDED = HeaderNames.of(
            "Connection",
            "Content-Length",
            "Content-MD5",
            "Expect",
            "Max-Forwards",
            "Proxy-Authenticate",
            "Server",
            "TE",
            "Transfer-Encoding",
            "Trailer",
            "Upgrade",
            "WWW-Authenticate");

    /** The method override stays with the gateway, which has followed it (known-issues page of the guide). */
    private static final HeaderNames NOT_TO_HTTP_PROXY =
            NEVER_FORWARDED.and("Content-Encoding", "Host", "Via", "X-HTTP-Method-Override");

    /** A template's override must not frame the message: mappings to these two are illegal anyway. */
    private static final HeaderNames FRAMING = HeaderNames.of("Content-Length", "Transfer-Encoding");

    private static final HeaderNames DROPPED_FOR_HTTP = FRAMING.and("Expect", "Proxy-Authenticate", "TE", "Via");

    private static final HeaderNames DROPPED_FOR_AWS = FRAMING.and("Expect", "Proxy-Authenticate", "TE", "Referer");

    private ForwardedHeaders() {}

    /**
     * What the gateway adds to every endpoint request.
     *
     * @param host host and, unless it is the scheme's own, port of the endpoint
     * @param traceId value of {@code X-Amzn-Trace-Id}
     */
    public record Own(String host, String traceId, String apiId) {}

    /** HTTP_PROXY: the client's headers, those that are mapped in their place. */
    public static Headers forHttpProxy(Headers client, Headers mapped, Own own) {
        Headers.Builder headers = Headers.builder().add("Host", own.host());
        client.forEach((name, value) -> {
            if (!NOT_TO_HTTP_PROXY.contains(name)) {
                headers.add(name, value);
            }
        });
        return finish(headers, mapped, own, DROPPED_FOR_HTTP);
    }

    /**
     * HTTP: the gateway's defaults and the mapped headers; of the client's only the content type.
     *
     * @param clientMethod the client's method: GET, HEAD and OPTIONS have no content type to hand on
     */
    public static Headers forHttp(String clientMethod, Headers client, Headers mapped, Own own) {
        return finish(defaults(clientMethod, client, own), mapped, own, DROPPED_FOR_HTTP);
    }

    /** AWS: as HTTP, but for what is dropped although it is mapped. */
    public static Headers forAws(String clientMethod, Headers client, Headers mapped, Own own) {
        return finish(defaults(clientMethod, client, own), mapped, own, DROPPED_FOR_AWS);
    }

    private static Headers.Builder defaults(String clientMethod, Headers client, Own own) {
        Headers.Builder headers = Headers.builder()
                .add("Host", own.host())
                .add("Accept", "application/json")
                .add("User-Agent", "AmazonAPIGateway_" + own.apiId());
        if (hasContent(clientMethod)) {
            client.last("Content-Type").ifPresent(type -> headers.add("Content-Type", type));
        }
        return headers;
    }

    /** The client's headers that {@code $input.params()} shows: last value of each name. */
    public static Map<String, String> forTemplates(Headers client) {
        var visible = new LinkedHashMap<>(client.lastValues());
        visible.keySet().removeIf(NEVER_FORWARDED::contains);
        return visible;
    }

    private static Headers finish(Headers.Builder headers, Headers mapped, Own own, HeaderNames dropped) {
        mapped.forEach((name, value) -> {
            if (!dropped.contains(name)) {
                headers.set(name, value);
            }
        });
        return headers.set("X-Amzn-Trace-Id", own.traceId())
                .set("X-Amzn-Apigateway-Api-Id", own.apiId())
                .build();
    }

    /** Whether requests of this method come with content. */
    static boolean hasContent(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }
}
