package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.execution.mapping.TemplateException;
import dev.sluice.engine.execution.mapping.TemplateVariables;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.Map;

/** MOCK, first slice: template, default response. */
public final class MockIntegration implements ServedIntegration {
    private final Method method;

    MockIntegration(Method method) {
        this.method = method;
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        String template = method.integration().requestTemplates().getOrDefault("application/json", "");
        exchange.mapped(IntegrationRequest.of(Body.utf8(template)));
        return Verdict.GO;
    }

    @Override
    public Verdict call(Exchange exchange, long nowNanos) {
        exchange.answered(new EndpointResponse(200, Headers.NONE, Body.EMPTY));
        return Verdict.GO;
    }

    @Override
    public Verdict read(Exchange exchange, HttpResponse answer) {
        throw new IllegalStateException("MOCK calls nobody");
    }

    @Override
    public Verdict mapResponse(Exchange exchange, MappingTemplates templates) {
        String template = method.integration().integrationResponses().stream()
                .map(IntegrationResponse::responseTemplates)
                .map(all -> all.getOrDefault("application/json", ""))
                .findFirst()
                .orElse("");
        try {
            String body = templates.render(
                    template,
                    new TemplateVariables(
                            Body.EMPTY,
                            exchange.pathParameters(),
                            Map.of(),
                            Map.of(),
                            exchange.context().asMap(),
                            exchange.stage().variables()));
            exchange.mapped(new MethodResponse(200, Headers.NONE, Body.utf8(body)));
            return Verdict.GO;
        } catch (TemplateException e) {
            return Verdict.misconfigured(new Cause.TemplateFailed("response", String.valueOf(e.getMessage()), 0, 0));
        }
    }
}
