package dev.sluice.engine.execution;

import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Refusal;
import java.util.Optional;

/**
 * The last word of an HTTP API: one id instead of the {@code x-amzn-} set, CORS headers if they are configured
 * (data-plane section 19). Its errors cannot be customised.
 */
final class HttpApiReply implements LastWord {
    /** What a response without a content type is; captured for functions, unsure otherwise. */
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final HttpDate date;

    HttpApiReply(HttpDate date) {
        this.date = date;
    }

    @Override
    public HttpResponse success(Exchange exchange, MethodResponse response, long nowNanos) {
        Headers own = response.headers().sendable();
        Headers.Builder headers = Headers.builder().add("Date", date.at(nowNanos));
        Optional<String> contentType = own.first("Content-Type");
        if (contentType.isPresent() || !response.body().isEmpty()) {
            headers.add("Content-Type", contentType.orElse(TEXT));
        }
        headers.add("Content-Length", Integer.toString(response.body().length()));
        for (int i = 0; i < own.size(); i++) {
            if (!isOurs(own.name(i))) {
                headers.add(own.name(i), own.value(i));
            }
        }
        return finish(exchange, response.status(), headers, response.body());
    }

    @Override
    public HttpResponse refusal(Exchange exchange, Refusal refusal, long nowNanos) {
        boolean isHead = exchange.request().method().equals("HEAD");
        Body body = isHead ? Body.EMPTY : Body.utf8("{\"message\":\"" + refusal.message() + "\"}");
        Headers.Builder headers = Headers.builder()
                .add("Date", date.at(nowNanos))
                .add("Content-Type", "application/json")
                .add("Content-Length", Integer.toString(body.length()));
        if (exchange.isAtHttpApi()) {
            exchange.httpApi().challenge().ifPresent(text -> headers.add("www-authenticate", text));
        }
        return finish(exchange, refusal.status(), headers, body);
    }

    private static boolean isOurs(String name) {
        return name.equalsIgnoreCase("Date")
                || name.equalsIgnoreCase("Content-Type")
                || name.equalsIgnoreCase("Content-Length");
    }

    /** The id is {@code $context.requestId} of an HTTP API, which has the form of a REST API's extended one. */
    private static HttpResponse finish(Exchange exchange, int status, Headers.Builder headers, Body body) {
        headers.set("apigw-requestid", exchange.extendedRequestId());
        if (exchange.isAtHttpApi()) {
            exchange.httpApi().stage().cors().ifPresent(cors -> cors.over(exchange.request(), headers));
        }
        return new HttpResponse(status, headers.build(), body);
    }
}
