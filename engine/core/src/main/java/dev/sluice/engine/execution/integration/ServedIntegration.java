package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.http.HttpResponse;
import java.util.Map;

/**
 * A method's integration, ready for requests: one class for each integration type, asked by the stops from MapRequest
 * to MapResponse. Immutable; whatever can be prepared once is.
 */
public sealed interface ServedIntegration
        permits MockIntegration, HttpIntegration, HttpProxyIntegration, FunctionIntegration {

    /** Writes the integration request into the exchange. */
    Verdict mapRequest(Exchange exchange, MappingTemplates templates);

    /**
     * Says what to call and by when, or answers on the spot.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    Verdict call(Exchange exchange, long nowNanos);

    /** Writes the endpoint response into the exchange. */
    Verdict read(Exchange exchange, HttpResponse answer);

    /** Writes the method response into the exchange. */
    Verdict mapResponse(Exchange exchange, MappingTemplates templates);

    /**
     * Makes a method's integration ready for a stage.
     *
     * @param variables the stage's variables
     */
    static ServedIntegration of(
            Method method, ApiDefinition definition, Map<String, String> variables, Workspace workspace) {
        return switch (method.integration().type()) {
            case MOCK -> new MockIntegration(method);
            case HTTP -> new HttpIntegration(method, definition, variables, workspace);
            case HTTP_PROXY -> new HttpProxyIntegration(method, definition, variables, workspace);
            case AWS_PROXY -> new FunctionIntegration(method, definition, variables, workspace);
        };
    }
}
