package dev.sluice.engine.execution.integration;

import dev.sluice.engine.backend.service.Services;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.function.InvokedFunction;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.http.HttpResponse;
import java.util.Map;

/**
 * A method's integration, ready for requests: one class for each integration type, asked by the stops from MapRequest
 * to MapResponse. Immutable; whatever can be prepared once is.
 */
public sealed interface ServedIntegration
        permits MockIntegration,
                HttpIntegration,
                HttpProxyIntegration,
                FunctionIntegration,
                CustomFunctionIntegration,
                ServiceIntegration {

    /** Writes the integration request into the exchange. */
    Verdict mapRequest(Exchange exchange, MappingTemplates templates);

    /**
     * Says what to call and by when, or answers on the spot.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    Verdict call(Exchange exchange, long nowNanos);

    /** Writes the endpoint response into the exchange: the answer as it came, unless the type reads into it. */
    default Verdict read(Exchange exchange, HttpResponse answer) {
        exchange.answered(new EndpointResponse(answer.status(), answer.headers(), answer.body()));
        return Verdict.GO;
    }

    /** Writes the method response into the exchange. */
    Verdict mapResponse(Exchange exchange, MappingTemplates templates);

    /**
     * Makes a method's integration ready for a stage.
     *
     * @param variables the stage's variables
     * @param services what integrations of type AWS can call besides functions
     */
    static ServedIntegration of(
            Method method,
            ApiDefinition definition,
            Map<String, String> variables,
            Workspace workspace,
            Services services) {
        Integration integration = method.integration();
        return switch (integration.type()) {
            case MOCK -> new MockIntegration(method, definition);
            case HTTP ->
                new HttpIntegration(method, definition, new HttpDestination(integration, variables, workspace));
            case HTTP_PROXY ->
                new HttpProxyIntegration(method, definition, new HttpDestination(integration, variables, workspace));
            case AWS_PROXY ->
                new FunctionIntegration(method, definition, new FunctionDestination(method, variables, workspace));
            case AWS ->
                InvokedFunction.isNamedBy(integration.uri())
                        ? new CustomFunctionIntegration(
                                method, definition, new FunctionDestination(method, variables, workspace))
                        : new ServiceIntegration(
                                method, definition, new ServiceDestination(method, variables, workspace, services));
        };
    }
}
