package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.HttpApi.PayloadFormatVersion;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.function.FunctionResult;
import dev.sluice.engine.execution.function.InvokedFunction;
import dev.sluice.engine.execution.integration.BinaryMediaTypes;
import dev.sluice.engine.execution.integration.EndpointResponse;
import dev.sluice.engine.execution.integration.IntegrationRequest;
import dev.sluice.engine.execution.integration.ProxyResponse;
import dev.sluice.engine.execution.integration.StageVariableText;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AWS_PROXY on a function: the request as an event, a response in the same payload format back. */
final class FunctionRoute implements HttpApiIntegration {
    /** Largest payload of a synchronous invocation, in bytes: 6 MB (data-plane section 18). */
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;

    /** A function's base64 is always decoded: an HTTP API has no list of binary media types. */
    private static final BinaryMediaTypes ALL = new BinaryMediaTypes(List.of("*/*"));

    private final HttpApi.Integration integration;
    private final InvokedFunction function;

    FunctionRoute(HttpApi.Integration integration, Map<String, String> variables, Workspace workspace) {
        this.integration = integration;
        function = InvokedFunction.of(StageVariableText.filled(integration.integrationUri(), variables), workspace);
    }

    @Override
    public Verdict call(Exchange exchange, long nowNanos) {
        Body event = switch (integration.payloadFormatVersion()) {
            case V1_0 -> EventV1.of(exchange);
            case V2_0 -> EventV2.of(exchange);
        };
        exchange.mapped(new IntegrationRequest("POST", function.invokeUrl(), Headers.NONE, event));
        if (event.length() > LARGEST_EVENT) {
            return HttpApiRefusal.requestTooLong(new Cause.RequestTooLong(event.length(), LARGEST_EVENT));
        }
        return function.call(event, exchange)
                .<Verdict>map(call -> new Verdict.Invoke(call, HttpApiIntegration.deadlineNanos(integration, nowNanos)))
                .orElseGet(() -> HttpApiRefusal.internalServerError(new Cause.FunctionNotFound(function.name())));
    }

    @Override
    public Verdict read(Exchange exchange, HttpResponse answer) {
        return switch (function.read(answer)) {
            case FunctionResult.NotInvoked(int status) ->
                HttpApiRefusal.internalServerError(new Cause.FunctionNotInvoked(status));
            case FunctionResult.Failed(String type, String message, Body payload) ->
                HttpApiRefusal.internalServerError(new Cause.FunctionError(type, message));
            case FunctionResult.Returned(Body payload) -> returned(exchange, payload);
        };
    }

    private Verdict returned(Exchange exchange, Body payload) {
        ProxyResponse response = integration.payloadFormatVersion() == PayloadFormatVersion.V2_0
                ? ResponseV2.of(payload)
                : ProxyResponse.of(payload, Optional.empty(), ALL);
        return switch (response) {
            case ProxyResponse.Ok(int status, Headers headers, Body body) -> {
                exchange.answered(new EndpointResponse(status, headers, body));
                exchange.mapped(new MethodResponse(status, AnswerHeaders.forClient(headers), body));
                yield Verdict.GO;
            }
            case ProxyResponse.Malformed(String expected, String got) ->
                HttpApiRefusal.internalServerError(new Cause.MalformedProxyResponse(expected, got));
            case ProxyResponse.Undecodable(String detail) ->
                HttpApiRefusal.internalServerError(new Cause.MalformedProxyResponse("a body in base64", detail));
        };
    }
}
