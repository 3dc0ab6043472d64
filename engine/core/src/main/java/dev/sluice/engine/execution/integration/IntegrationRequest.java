package dev.sluice.engine.execution.integration;

import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Optional;

/**
 * A method request as mapped for its integration.
 *
 * @param method HTTP method of the endpoint request; empty for MOCK
 * @param uri endpoint address with query, stage variables and path values filled in; empty for MOCK
 * @param headers headers of the endpoint request; none for MOCK, and for AWS_PROXY only what the log shows
 * @param body the rendered template, the raw body, or a function's event
 * @param service the same request as an AWS service gets it, where one is called
 */
public record IntegrationRequest(
        String method, String uri, Headers headers, Body body, Optional<ServiceRequest> service) {

    /** A request to anything but an AWS service. */
    public IntegrationRequest(String method, String uri, Headers headers, Body body) {
        this(method, uri, headers, body, Optional.empty());
    }

    /** A request that says how long its body is. */
    public static IntegrationRequest withLength(String method, String uri, Headers headers, Body body) {
        return new IntegrationRequest(method, uri, HttpDestination.sized(method, headers, body), body);
    }

    /** A request that has nothing but a body. */
    public static IntegrationRequest of(Body body) {
        return new IntegrationRequest("", "", Headers.NONE, body);
    }

    /** A request to an AWS service at a host. */
    static IntegrationRequest toService(String host, ServiceRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        return new IntegrationRequest(
                request.method(),
                "https://" + host + request.path() + query,
                request.headers(),
                request.body(),
                Optional.of(request));
    }
}
