package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.integration.HeaderNames;
import dev.sluice.engine.http.Headers;
import java.util.Optional;

/**
 * Headers of a request to an HTTP endpoint: the client's but for those of one connection, and the gateway's own:
 * {@code Forwarded} instead of a REST API's {@code X-Forwarded-}, {@code Via}, and the trace. The exact set is unsure.
 */
final class ProxiedHeaders {
    private static final HeaderNames REPLACED = HeaderNames.of("Host", "Content-Length", "X-Amzn-Trace-Id");

    private ProxiedHeaders() {}

    static Headers.Builder of(Exchange exchange) {
        Headers client = exchange.request().headers();
        Headers.Builder headers = Headers.builder().add("Host", "");
        client.forEach((name, value) -> {
            if (!EventHeaders.OF_ONE_CONNECTION.contains(name) && !REPLACED.contains(name)) {
                headers.add(name, value);
            }
        });
        String own = "for=" + exchange.request().sourceIp() + ";host="
                + exchange.httpApi().address().domainName() + ";proto=https";
        Optional<String> before = client.last("Forwarded");
        headers.set("Forwarded", before.map(text -> text + ", " + own).orElse(own));
        headers.add("Via", "HTTP/1.1 AmazonAPIGateway");
        return headers.set("X-Amzn-Trace-Id", exchange.trace().value());
    }
}
