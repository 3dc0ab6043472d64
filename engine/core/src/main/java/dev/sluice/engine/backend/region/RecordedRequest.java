package dev.sluice.engine.backend.region;

import dev.sluice.engine.backend.service.ServiceRequest;

/**
 * A request as a service got it.
 *
 * @param nanos when, nanoseconds since 1970-01-01T00:00Z
 * @param operation as the service names it; empty if the request named none
 * @param resource of the workspace that it was for; empty if it named none
 * @param request its body is left out if it is very long
 * @param status of the answer
 */
public record RecordedRequest(
        long nanos, String service, String operation, String resource, ServiceRequest request, int status) {}
