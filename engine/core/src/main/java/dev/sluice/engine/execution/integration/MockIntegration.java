package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.Method;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.OptionalInt;

/**
 * MOCK: the request template chooses a status, the integration response of that status makes the answer (data-plane
 * section 10.9). Nothing is called.
 */
public final class MockIntegration implements ServedIntegration {
    private final RequestMapping requestMapping;
    private final ResponseMapping responseMapping;

    MockIntegration(Method method) {
        requestMapping = new RequestMapping(method.integration());
        responseMapping = new ResponseMapping(method);
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        return requestMapping.body(exchange, templates, body -> {
            exchange.mapped(IntegrationRequest.of(body));
            return Verdict.GO;
        });
    }

    @Override
    public Verdict call(Exchange exchange, long nowNanos) {
        String rendered = exchange.integrationRequest().body().utf8();
        OptionalInt status = MockStatusCode.read(rendered);
        if (status.isEmpty()) {
            return Verdict.misconfigured(new Cause.NoMockStatusCode(rendered));
        }
        exchange.answered(new EndpointResponse(status.getAsInt(), Headers.NONE, Body.EMPTY));
        return Verdict.GO;
    }

    @Override
    public Verdict read(Exchange exchange, HttpResponse answer) {
        throw new IllegalStateException("MOCK calls nobody");
    }

    @Override
    public Verdict mapResponse(Exchange exchange, MappingTemplates templates) {
        return responseMapping.map(exchange, templates);
    }
}
