package dev.sluice.engine.execution.integration;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;

/**
 * A method request as mapped for its integration.
 *
 * @param method HTTP method of the endpoint request; empty for MOCK
 * @param uri endpoint address with query, stage variables and path values filled in; empty for MOCK and functions
 * @param headers headers of the endpoint request; none for MOCK and functions
 * @param body the rendered template, the raw body, or a function's event
 */
public record IntegrationRequest(String method, String uri, Headers headers, Body body) {

    /** A request that has nothing but a body. */
    public static IntegrationRequest of(Body body) {
        return new IntegrationRequest("", "", Headers.NONE, body);
    }
}
