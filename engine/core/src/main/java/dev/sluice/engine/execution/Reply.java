package dev.sluice.engine.execution;

import dev.sluice.engine.execution.compression.CompressedAnswer;
import dev.sluice.engine.execution.mapping.GatewayResponses;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Refusal;
import java.util.Optional;

/**
 * The last word of a REST API: status, headers in AWS's order, body (data-plane section 2). {@code Connection} is the
 * driver's to add.
 */
final class Reply implements LastWord {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String CONTENT_LENGTH = "Content-Length";
    private static final String TRANSFER_ENCODING = "Transfer-Encoding";
    private static final String JSON = "application/json";

    /** The text that AWS sends is not public (data-plane section 22). */
    private static final String CACHE_WARNING = "199 - \"Cache invalidation was not authorized and did not happen\"";

    private final HttpDate date;

    Reply(HttpDate date) {
        this.date = date;
    }

    @Override
    public HttpResponse success(Exchange exchange, MethodResponse mapped, long nowNanos) {
        MethodResponse response = sent(exchange, mapped);
        Headers own = response.headers().sendable();
        Headers.Builder headers = start(own.first(CONTENT_TYPE).orElse(JSON), response.body(), nowNanos);
        headers.add("x-amzn-RequestId", exchange.requestId());
        headers.add("x-amz-apigw-id", exchange.extendedRequestId());
        for (int i = 0; i < own.size(); i++) {
            if (!isOurs(own.name(i))) {
                headers.add(own.name(i), own.value(i));
            }
        }
        if (exchange.hasCacheWarning()) {
            headers.add("Warning", CACHE_WARNING);
        }
        if (exchange.showsTrace()) {
            headers.set("X-Amzn-Trace-Id", exchange.trace().value());
        }
        return new HttpResponse(response.status(), headers.build(), response.body());
    }

    /** Already said, or the wire's to say: a second length would make one message two. */
    private static boolean isOurs(String name) {
        return name.equalsIgnoreCase(CONTENT_TYPE)
                || name.equalsIgnoreCase(CONTENT_LENGTH)
                || name.equalsIgnoreCase(TRANSFER_ENCODING);
    }

    private static MethodResponse sent(Exchange exchange, MethodResponse mapped) {
        Optional<Integer> minimum = exchange.stage().definition().minimumCompressionSize();
        return minimum.isEmpty()
                ? mapped
                : CompressedAnswer.of(mapped, minimum.get(), exchange.request().headers());
    }

    @Override
    public HttpResponse refusal(Exchange exchange, Refusal refusal, long nowNanos) {
        GatewayResponses.Rendered rendered = GatewayResponses.render(exchange, refusal);
        boolean isHead = exchange.request().method().equals("HEAD");
        Body body = isHead ? Body.EMPTY : rendered.body();
        Headers own = rendered.headers().sendable();
        Headers.Builder headers = start(own.first(CONTENT_TYPE).orElse(rendered.contentType()), body, nowNanos);
        headers.add("x-amzn-RequestId", exchange.requestId());
        headers.add("x-amzn-ErrorType", refusal.errorType());
        headers.add("x-amz-apigw-id", exchange.extendedRequestId());
        for (int i = 0; i < own.size(); i++) {
            if (!isOurs(own.name(i))) {
                headers.set(own.name(i), own.value(i));
            }
        }
        if (exchange.hasOutcome()) {
            headers.add("X-Amzn-Trace-Id", exchange.trace().value());
        }
        return new HttpResponse(rendered.status(), headers.build(), body);
    }

    private Headers.Builder start(String contentType, Body body, long nowNanos) {
        return Headers.builder()
                .add("Date", date.at(nowNanos))
                .add(CONTENT_TYPE, contentType)
                .add(CONTENT_LENGTH, Integer.toString(body.length()));
    }
}
