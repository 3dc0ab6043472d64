package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.function.FunctionResult;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.Optional;

/**
 * AWS on a function: the mapped body is its event, its payload is mapped back (data-plane sections 10.4 and 10.5).
 *
 * <p>A function that fails is matched by its {@code errorMessage}; one that returns takes the default response,
 * whatever the patterns say (recorded: {@code 200} does not match). A failure that no pattern matches takes the default
 * too, with the error object as body (documented).
 */
public final class CustomFunctionIntegration implements ServedIntegration {
    private static final String INVOCATION_TYPE = "X-Amz-Invocation-Type";
    private static final String EVENT = "Event";

    /** What Lambda hands to a function that is invoked without a payload. */
    private static final Body NO_EVENT = Body.utf8("{}");

    private final FunctionDestination destination;
    private final RequestMapping requestMapping;
    private final ResponseMapping responseMapping;

    CustomFunctionIntegration(Method method, ApiDefinition definition, FunctionDestination destination) {
        this.destination = destination;
        requestMapping = new RequestMapping(method.integration(), definition);
        responseMapping = new ResponseMapping(method, definition);
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        return requestMapping.map(exchange, templates, mapped -> {
            String uri = destination.invokeUrl();
            Headers headers = ForwardedHeaders.forAws(
                    exchange.httpMethod(),
                    exchange.request().headers(),
                    mapped.asHeaders(),
                    HttpDestination.own(exchange, uri));
            Body event = mapped.body().isEmpty() ? NO_EVENT : mapped.body();
            exchange.mapped(new IntegrationRequest("POST", uri, headers, event));
            return FunctionDestination.fits(event);
        });
    }

    /** With {@code X-Amz-Invocation-Type: Event} the function is started and nobody waits for it (recorded). */
    @Override
    public Verdict call(Exchange exchange, long nowNanos) {
        Optional<String> invocationType =
                exchange.integrationRequest().headers().last(INVOCATION_TYPE);
        return invocationType.filter(EVENT::equals).isPresent()
                ? destination.start(exchange, nowNanos)
                : destination.call(exchange, nowNanos);
    }

    @Override
    public Verdict read(Exchange exchange, HttpResponse answer) {
        return switch (destination.read(answer)) {
            case FunctionResult.NotInvoked(int status) ->
                FunctionDestination.misconfigured(new Cause.FunctionNotInvoked(status));
            case FunctionResult.Failed(String type, String message, Body payload) ->
                answered(exchange, answer, payload, Optional.of(message));
            case FunctionResult.Returned(Body payload) -> answered(exchange, answer, payload, Optional.empty());
        };
    }

    private static Verdict answered(
            Exchange exchange, HttpResponse answer, Body payload, Optional<String> errorMessage) {
        exchange.answered(new EndpointResponse(answer.status(), answer.headers(), payload, errorMessage));
        return Verdict.GO;
    }

    @Override
    public Verdict mapResponse(Exchange exchange, MappingTemplates templates) {
        return responseMapping.byErrorMessage(
                exchange, templates, exchange.endpointResponse().errorMessage());
    }
}
