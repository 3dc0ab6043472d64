package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.backend.UnansweredCall;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.integration.EndpointAddress;
import dev.sluice.engine.execution.integration.EndpointCalls;
import dev.sluice.engine.execution.integration.EndpointCalls.Found;
import dev.sluice.engine.execution.integration.EndpointResponse;
import dev.sluice.engine.execution.integration.EndpointUri;
import dev.sluice.engine.execution.integration.IntegrationRequest;
import dev.sluice.engine.execution.integration.StageVariableText;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP_PROXY: the client's request goes through with its query string, parameter mapping laid over it, and the answer
 * comes back with the mapping for its status. Path variables fill the URI; without any, and without a mapped path, the
 * URI is called as it is.
 */
final class HttpProxyRoute implements HttpApiIntegration {
    private final HttpApi.Integration integration;
    private final EndpointUri uri;
    private final EndpointCalls calls;
    private final MappedParameters request;
    private final Map<String, MappedParameters> responses = new LinkedHashMap<>();

    HttpProxyRoute(HttpApi.Integration integration, Map<String, String> variables, Workspace workspace) {
        this.integration = integration;
        uri = new EndpointUri(StageVariableText.filled(integration.integrationUri(), variables));
        calls = new EndpointCalls(
                integration.connectionId().map(id -> StageVariableText.filled(id, variables)), false, workspace);
        request = new MappedParameters(integration.requestParameters());
        integration
                .responseParameters()
                .forEach((status, parameters) -> responses.put(status, new MappedParameters(parameters)));
    }

    @Override
    public Verdict call(Exchange exchange, long nowNanos) {
        IntegrationRequest endpoint = endpointRequest(exchange);
        exchange.mapped(endpoint);
        return switch (calls.to(endpoint, EndpointAddress.of(endpoint.uri()), exchange.ids())) {
            case Found.Reachable(var call) ->
                new Verdict.Invoke(call, HttpApiIntegration.deadlineNanos(integration, nowNanos));
            case Found.NoHealthyTarget(var cause) -> HttpApiRefusal.serviceUnavailable(cause);
            case Found.Blocked(var cause) -> {
                exchange.unansweredBecause(cause);
                yield new Verdict.Invoke(new UnansweredCall(), HttpApiIntegration.deadlineNanos(integration, nowNanos));
            }
            case Found.Nowhere(var cause) -> HttpApiRefusal.internalServerError(cause);
        };
    }

    private IntegrationRequest endpointRequest(Exchange exchange) {
        HttpRequest client = exchange.request();
        var query = new RawQuery(client.rawQuery());
        Headers.Builder mapped = ProxiedHeaders.of(exchange);
        Optional<String> path = Optional.empty();
        if (!request.isEmpty()) {
            MappedParameters.Applied applied = request.toRequest(exchange);
            applied.headers(mapped);
            applied.query(query);
            path = applied.path();
        }
        String filled = uri.withPath(path).filled(exchange.httpApi().pathParameters(), Map.of(), query.raw());
        EndpointAddress.of(filled).ifPresent(address -> mapped.set("Host", address.authority()));
        boolean ofClient = integration.integrationMethod().isEmpty()
                || integration.integrationMethod().equals(Method.ANY);
        return IntegrationRequest.withLength(
                ofClient ? client.method() : integration.integrationMethod(), filled, mapped.build(), client.body());
    }

    @Override
    public Verdict read(Exchange exchange, HttpResponse answer) {
        exchange.answered(new EndpointResponse(answer.status(), answer.headers(), answer.body()));
        Headers.Builder headers = AnswerHeaders.forClient(answer.headers()).toBuilder();
        int status = answer.status();
        MappedParameters mapping = responses.get(Integer.toString(status));
        if (mapping != null) {
            MappedParameters.Applied applied = mapping.toResponse(exchange, answer.headers(), answer.body());
            applied.headers(headers);
            status = applied.statusCode().flatMap(HttpProxyRoute::status).orElse(status);
        }
        exchange.mapped(new MethodResponse(status, headers.build(), answer.body()));
        return Verdict.GO;
    }

    private static Optional<Integer> status(String text) {
        boolean digits = text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int status = digits ? Integer.parseInt(text) : 0;
        return status >= 100 && status <= 599 ? Optional.of(status) : Optional.empty();
    }
}
