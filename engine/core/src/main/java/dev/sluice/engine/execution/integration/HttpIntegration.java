package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.Map;

/** HTTP: a mapped request to an endpoint, a mapped response from it (data-plane section 10). */
public final class HttpIntegration implements ServedIntegration {
    private final Integration integration;
    private final EndpointUri uri;
    private final Deadline deadline;
    private final HttpDestination destination;
    private final ContentHandling contentHandling;
    private final RequestMapping requestMapping;
    private final ResponseMapping responseMapping;

    HttpIntegration(Method method, ApiDefinition definition, Map<String, String> variables, Workspace workspace) {
        integration = method.integration();
        uri = new EndpointUri(StageVariableText.filled(integration.uri(), variables));
        deadline = new Deadline(integration, workspace);
        destination = new HttpDestination(integration, variables, workspace);
        contentHandling = new ContentHandling(new BinaryMediaTypes(definition.binaryMediaTypes()));
        requestMapping = new RequestMapping(integration);
        responseMapping = new ResponseMapping(method);
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        return requestMapping.parameters(
                exchange,
                mapped -> requestMapping.body(exchange, templates, body -> {
                    RequestMapping.override(exchange, mapped);
                    String filled = uri.filled(mapped.path(), mapped.query(), "");
                    Headers headers = ForwardedHeaders.forHttp(
                            exchange.httpMethod(),
                            exchange.request().headers(),
                            RequestMapping.headers(mapped.headers()),
                            HttpDestination.own(exchange, filled));
                    exchange.mapped(HttpDestination.request(
                            integration,
                            exchange,
                            filled,
                            headers,
                            contentHandling.forEndpoint(exchange.request().headers(), body)));
                    return requestMapping.legal(Verdict.GO);
                }));
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
        return responseMapping.map(exchange, templates);
    }
}
