package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.ContextVariables;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.function.FunctionResult;
import dev.sluice.engine.execution.function.InvokedFunction;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.execution.serving.ServedStage;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Refusal;
import java.util.Map;
import java.util.Optional;

/** AWS_PROXY on a function: the request as an event, a proxy response back (data-plane section 9). */
public final class FunctionIntegration implements ServedIntegration {
    /** Largest payload of a synchronous invocation, in bytes: 6 MB (data-plane section 18). */
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;

    private static final String INTERNAL_SERVER_ERROR = "Internal server error";

    private final Integration integration;
    private final InvokedFunction function;
    private final Deadline deadline;
    private final RequestMapping requestMapping;
    private final BinaryMediaTypes binaryMediaTypes;

    FunctionIntegration(Method method, ApiDefinition definition, Map<String, String> variables, Workspace workspace) {
        integration = method.integration();
        function = InvokedFunction.of(StageVariableText.filled(integration.uri(), variables), workspace);
        deadline = new Deadline(integration, workspace);
        requestMapping = new RequestMapping(integration);
        binaryMediaTypes = new BinaryMediaTypes(definition.binaryMediaTypes());
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        Body event = ProxyEvent.of(facts(exchange));
        exchange.mapped(new IntegrationRequest("POST", function.invokeUrl(), Headers.NONE, event));
        if (event.length() > LARGEST_EVENT) {
            return Verdict.refuse(
                    GatewayResponseType.REQUEST_TOO_LARGE,
                    "Request Too Long",
                    new Cause.RequestTooLong(event.length(), LARGEST_EVENT));
        }
        return requestMapping.legal(Verdict.GO);
    }

    private ProxyEventFacts facts(Exchange exchange) {
        HttpRequest request = exchange.request();
        ServedStage stage = exchange.stage();
        String domainName = exchange.address().domainName();
        return new ProxyEventFacts(
                exchange.method().resource().path(),
                exchange.address().path(),
                exchange.httpMethod(),
                request.headers(),
                exchange.query(),
                exchange.pathParameters(),
                stage.variables(),
                request.body(),
                binaryMediaTypes.matchesContentType(request.headers().last("Content-Type")),
                exchange.method().resource().id(),
                exchange.extendedRequestId(),
                exchange.startNanos(),
                exchange.address().fullPath(),
                exchange.table().account().accountId(),
                stage.stageName(),
                ContextVariables.domainPrefix(domainName),
                domainName,
                exchange.requestId(),
                stage.deploymentId(),
                stage.apiId(),
                exchange.apiKey().map(key -> new ProxyEventFacts.UsedApiKey(key.value(), key.id())),
                request.sourceIp(),
                exchange.method().method().operationName(),
                exchange.trace().value(),
                Optional.empty());
    }

    @Override
    public Verdict call(Exchange exchange, long nowNanos) {
        if (!integration.httpMethod().equals("POST")) {
            return misconfigured(new Cause.FunctionMethodNotPost(integration.httpMethod()));
        }
        return function.call(exchange.integrationRequest().body(), exchange.ids())
                .<Verdict>map(call -> new Verdict.Invoke(call, deadline.after(nowNanos)))
                .orElseGet(() -> misconfigured(new Cause.FunctionNotFound(function.name())));
    }

    @Override
    public Verdict read(Exchange exchange, HttpResponse answer) {
        return switch (InvokedFunction.read(answer)) {
            case FunctionResult.NotInvoked(int status) -> misconfigured(new Cause.FunctionNotInvoked(status));
            case FunctionResult.Failed(String type, String message, Body payload) ->
                badGateway(GatewayResponseType.INTEGRATION_FAILURE, new Cause.FunctionError(type, message));
            case FunctionResult.Returned(Body payload) -> proxyResponse(exchange, payload);
        };
    }

    private Verdict proxyResponse(Exchange exchange, Body payload) {
        ProxyResponse response =
                ProxyResponse.of(payload, exchange.request().headers().last("Accept"), binaryMediaTypes);
        return switch (response) {
            case ProxyResponse.Ok(int status, Headers headers, Body body) -> {
                exchange.answered(new EndpointResponse(status, headers, body));
                yield Verdict.GO;
            }
            case ProxyResponse.Malformed(String expected, String got) ->
                badGateway(
                        GatewayResponseType.API_CONFIGURATION_ERROR, new Cause.MalformedProxyResponse(expected, got));
            case ProxyResponse.Undecodable(String detail) ->
                misconfigured(new Cause.MalformedProxyResponse("a body in base64", detail));
        };
    }

    @Override
    public Verdict mapResponse(Exchange exchange, MappingTemplates templates) {
        EndpointResponse response = exchange.endpointResponse();
        exchange.mapped(new MethodResponse(response.status(), response.headers(), response.body()));
        return Verdict.GO;
    }

    /** INTEGRATION_FAILURE inside, 500 outside unless that type's status is set (data-plane section 3.4, recorded). */
    private static Verdict misconfigured(Cause cause) {
        return new Verdict.Refuse(Refusal.of(GatewayResponseType.INTEGRATION_FAILURE, INTERNAL_SERVER_ERROR, cause)
                .withStatus(500));
    }

    private static Verdict badGateway(GatewayResponseType type, Cause cause) {
        return new Verdict.Refuse(Refusal.of(type, INTERNAL_SERVER_ERROR, cause).withStatus(502));
    }
}
