package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.http.Headers;

/** HTTP: a mapped request to an endpoint, a mapped response from it (data-plane section 10). */
public final class HttpIntegration implements ServedIntegration {
    private final HttpDestination destination;
    private final RequestMapping requestMapping;
    private final ResponseMapping responseMapping;

    HttpIntegration(Method method, ApiDefinition definition, HttpDestination destination) {
        this.destination = destination;
        requestMapping = new RequestMapping(method.integration(), definition);
        responseMapping = new ResponseMapping(method, definition);
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        return requestMapping.map(exchange, templates, mapped -> {
            String uri = destination.uri(mapped, "");
            Headers headers = ForwardedHeaders.forHttp(
                    exchange.httpMethod(),
                    exchange.request().headers(),
                    mapped.asHeaders(),
                    HttpDestination.own(exchange, uri));
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
        return responseMapping.byStatus(exchange, templates);
    }
}
