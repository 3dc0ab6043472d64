package dev.sluice.engine.execution.integration;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Optional;

/**
 * What the integration gave back, before it is mapped to a method response.
 *
 * @param status the endpoint's status; for MOCK the one its template chose; for a function behind AWS_PROXY the one in
 *     its answer, behind AWS that of the invocation
 * @param errorMessage what a function behind AWS said when it failed
 */
public record EndpointResponse(int status, Headers headers, Body body, Optional<String> errorMessage) {
    /** The answer of an endpoint that cannot fail as a function does. */
    public EndpointResponse(int status, Headers headers, Body body) {
        this(status, headers, body, Optional.empty());
    }
}
