package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * MOCK: the request template chooses a status, the integration response of that status makes the answer (data-plane
 * section 10.9). Nothing is called.
 */
public final class MockIntegration implements ServedIntegration {
    private final RequestMapping requestMapping;
    private final ResponseMapping responseMapping;
    /** What the templates say that say the same to every request; the bodies are told apart by identity. */
    private final Map<Body, OptionalInt> fixedStatusCodes = new IdentityHashMap<>();

    MockIntegration(Method method, ApiDefinition definition) {
        requestMapping = new RequestMapping(method.integration(), definition);
        responseMapping = new ResponseMapping(method, definition);
        requestMapping.fixedBodies().forEach(body -> fixedStatusCodes.put(body, MockStatusCode.read(body.utf8())));
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        Verdict legal = requestMapping.legal();
        if (!(legal instanceof Verdict.Go)) {
            return legal;
        }
        return requestMapping.body(exchange, templates, body -> {
            exchange.mapped(IntegrationRequest.of(body));
            return Verdict.GO;
        });
    }

    @Override
    public Verdict call(Exchange exchange, long nowNanos) {
        Body body = exchange.integrationRequest().body();
        OptionalInt fixed = fixedStatusCodes.get(body);
        OptionalInt status = fixed == null ? MockStatusCode.read(body.utf8()) : fixed;
        if (status.isEmpty()) {
            return Verdict.misconfigured(new Cause.NoMockStatusCode(body.utf8()));
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
        return responseMapping.byStatus(exchange, templates);
    }
}
