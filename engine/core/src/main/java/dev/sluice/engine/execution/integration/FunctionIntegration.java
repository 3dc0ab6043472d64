package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.function.FunctionResult;
import dev.sluice.engine.execution.function.InvokeHeaders;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;

/** AWS_PROXY on a function: the request as an event, a proxy response back (data-plane section 9). */
public final class FunctionIntegration implements ServedIntegration {
    private final FunctionDestination destination;
    private final RequestMapping requestMapping;
    private final BinaryMediaTypes binaryMediaTypes;

    FunctionIntegration(Method method, ApiDefinition definition, FunctionDestination destination) {
        this.destination = destination;
        requestMapping = new RequestMapping(method.integration(), definition);
        binaryMediaTypes = new BinaryMediaTypes(definition.binaryMediaTypes());
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        Verdict legal = requestMapping.legal();
        if (!(legal instanceof Verdict.Go)) {
            return legal;
        }
        Body event = ProxyEvent.of(ProxyEventFacts.of(exchange, isBinary(exchange)));
        exchange.mapped(new IntegrationRequest(
                "POST",
                destination.invokeUrl(),
                exchange.isNoted() ? InvokeHeaders.of(exchange) : Headers.NONE,
                event));
        return FunctionDestination.fits(event);
    }

    private boolean isBinary(Exchange exchange) {
        return binaryMediaTypes.matchesContentType(exchange.request().headers().last("Content-Type"));
    }

    @Override
    public Verdict call(Exchange exchange, long nowNanos) {
        return destination.call(exchange, nowNanos);
    }

    @Override
    public Verdict read(Exchange exchange, HttpResponse answer) {
        return switch (destination.read(answer)) {
            case FunctionResult.NotInvoked(int status) ->
                FunctionDestination.misconfigured(new Cause.FunctionNotInvoked(status));
            case FunctionResult.Failed(String type, String message, Body payload) ->
                FunctionDestination.badGateway(
                        GatewayResponseType.INTEGRATION_FAILURE, new Cause.FunctionError(type, message));
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
                FunctionDestination.badGateway(
                        GatewayResponseType.API_CONFIGURATION_ERROR, new Cause.MalformedProxyResponse(expected, got));
            case ProxyResponse.Undecodable(String detail) ->
                FunctionDestination.misconfigured(new Cause.MalformedProxyResponse("a body in base64", detail));
        };
    }

    @Override
    public Verdict mapResponse(Exchange exchange, MappingTemplates templates) {
        EndpointResponse response = exchange.endpointResponse();
        exchange.mapped(new MethodResponse(
                response.status(), RemappedHeaders.fromFunction(response.headers()), response.body()));
        return Verdict.GO;
    }
}
