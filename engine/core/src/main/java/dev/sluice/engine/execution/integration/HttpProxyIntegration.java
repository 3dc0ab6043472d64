package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.integration.ContentConversion.Converted;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.journal.Cause;
import java.util.Optional;

/**
 * HTTP_PROXY: the client's request goes through, mapped values laid over it, and the answer comes back as it is. The
 * request's content handling counts; the response has none that could be set.
 */
public final class HttpProxyIntegration implements ServedIntegration {
    private final HttpDestination destination;
    private final ContentConversion conversion;
    private final RequestMapping requestMapping;

    HttpProxyIntegration(Method method, ApiDefinition definition, HttpDestination destination) {
        this.destination = destination;
        conversion = new ContentConversion(new BinaryMediaTypes(definition.binaryMediaTypes()));
        requestMapping = new RequestMapping(method.integration(), definition);
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        return requestMapping.passThrough(exchange, mapped -> {
            String uri = destination.uri(mapped, exchange.request().rawQuery());
            Headers headers = ForwardedHeaders.forHttpProxy(
                    exchange.request().headers(), mapped.asHeaders(), HttpDestination.own(exchange, uri));
            exchange.mapped(destination.request(exchange, uri, headers, mapped.body()));
            return Verdict.GO;
        });
    }

    @Override
    public Verdict call(Exchange exchange, long nowNanos) {
        return destination.call(exchange, nowNanos);
    }

    @Override
    public Verdict mapResponse(Exchange exchange, MappingTemplates templates) {
        EndpointResponse endpoint = exchange.endpointResponse();
        Optional<Converted> converted = conversion.forClient(
                Optional.empty(), exchange.request().headers(), endpoint.headers(), endpoint.body());
        if (converted.isEmpty()) {
            return Verdict.misconfigured(new Cause.BodyNotBase64("response"));
        }
        exchange.mapped(new MethodResponse(
                endpoint.status(),
                RemappedHeaders.fromHttpProxy(endpoint.headers()),
                converted.get().body()));
        return Verdict.GO;
    }
}
