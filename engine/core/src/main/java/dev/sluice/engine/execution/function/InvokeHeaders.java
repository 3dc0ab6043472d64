package dev.sluice.engine.execution.function;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.journal.Place;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The headers of an invocation as the execution log shows them (data-plane section 13, captured). Nothing signs a call
 * here, so the two headers that hold credentials are left out.
 */
public final class InvokeHeaders {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private InvokeHeaders() {}

    /** Headers of the call that the exchange makes to its function. */
    public static Headers of(Exchange exchange) {
        return of(
                exchange,
                exchange.place().stage() + "/" + exchange.httpMethod()
                        + exchange.place().resourcePath());
    }

    /** Headers of the call that the exchange makes to its authorizer's function. */
    public static Headers ofAuthorizer(Exchange exchange, String authorizerId) {
        return of(exchange, "authorizers/" + authorizerId);
    }

    private static Headers of(Exchange exchange, String source) {
        Place place = exchange.place();
        return Headers.of(
                "x-amzn-lambda-integration-tag",
                exchange.requestId(),
                "X-Amz-Date",
                DATE.format(Instant.ofEpochSecond(exchange.startNanos() / 1_000_000_000L)),
                "x-amzn-apigateway-api-id",
                place.apiId(),
                "X-Amz-Source-Arn",
                "arn:aws:execute-api:" + place.region() + ":" + place.accountId() + ":" + place.apiId() + "/" + source,
                "Accept",
                "application/json",
                "User-Agent",
                "AmazonAPIGateway_" + place.apiId(),
                "X-Amzn-Trace-Id",
                exchange.trace().value(),
                "Content-Type",
                "application/json");
    }
}
