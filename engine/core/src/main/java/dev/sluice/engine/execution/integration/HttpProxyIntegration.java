package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.Map;

/** HTTP_PROXY: the client's request goes through, mapped values laid over it, and the answer comes back as it is. */
public final class HttpProxyIntegration implements ServedIntegration {
    private final Integration integration;
    private final EndpointUri uri;
    private final Deadline deadline;
    private final HttpDestination destination;
    private final ContentHandling contentHandling;
    private final RequestMapping requestMapping;

    HttpProxyIntegration(Method method, ApiDefinition definition, Map<String, String> variables, Workspace workspace) {
        integration = method.integration();
        uri = new EndpointUri(StageVariableText.filled(integration.uri(), variables));
        deadline = new Deadline(integration, workspace);
        destination = new HttpDestination(integration, variables, workspace);
        contentHandling = new ContentHandling(new BinaryMediaTypes(definition.binaryMediaTypes()));
        requestMapping = new RequestMapping(integration);
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        return requestMapping.parameters(exchange, mapped -> {
            String filled =
                    uri.filled(mapped.path(), mapped.query(), exchange.request().rawQuery());
            Headers headers = ForwardedHeaders.forHttpProxy(
                    exchange.request().headers(),
                    RequestMapping.headers(mapped.headers()),
                    HttpDestination.own(exchange, filled));
            Body body = contentHandling.forEndpoint(
                    exchange.request().headers(), exchange.request().body());
            exchange.mapped(HttpDestination.request(integration, exchange, filled, headers, body));
            return requestMapping.legal(Verdict.GO);
        });
    }

    @Override
    public Verdict call(Exchange exchange, long nowNanos) {
        return destination.call(exchange, deadline.after(nowNanos));
    }

    @Override
    public Verdict read(Exchange exchange, HttpResponse answer) {
        return contentHandling
                .forClient(exchange.request().headers(), answer.headers(), answer.body())
                .map(body -> {
                    exchange.answered(new EndpointResponse(answer.status(), answer.headers(), body));
                    return Verdict.GO;
                })
                .orElseGet(() -> Verdict.misconfigured(new Cause.BodyNotBase64()));
    }

    @Override
    public Verdict mapResponse(Exchange exchange, MappingTemplates templates) {
        EndpointResponse endpoint = exchange.endpointResponse();
        exchange.mapped(new MethodResponse(
                endpoint.status(), RemappedHeaders.fromHttpProxy(endpoint.headers()), endpoint.body()));
        return Verdict.GO;
    }
}
