package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.MappingTemplates;

/**
 * AWS on any service but Lambda: the mapped request as the service's own, its answer mapped by its HTTP status
 * (data-plane sections 10.5 and 10.10).
 */
public final class ServiceIntegration implements ServedIntegration {
    private final ServiceDestination destination;
    private final RequestMapping requestMapping;
    private final ResponseMapping responseMapping;

    ServiceIntegration(Method method, ApiDefinition definition, ServiceDestination destination) {
        this.destination = destination;
        requestMapping = new RequestMapping(method.integration(), definition);
        responseMapping = new ResponseMapping(method, definition);
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        return requestMapping.map(exchange, templates, mapped -> destination.map(exchange, mapped));
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
