package dev.sluice.engine.execution.integration;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;

/**
 * What the integration gave back, before it is mapped to a method response.
 *
 * @param status the endpoint's status; for MOCK the one its template chose; for a function the one in its answer
 */
public record EndpointResponse(int status, Headers headers, Body body) {}
