package dev.sluice.engine.backend.service;

import dev.sluice.engine.backend.Call;

/** A modelled AWS service. Safe for any number of threads; does no I/O and looks at no clock. */
public interface ServiceEndpoint {
    /**
     * Answers at once and says how long the service would have taken. Errors of the service are answers with its status
     * and its error body.
     *
     * @param nowNanos when the request arrives, nanoseconds since 1970-01-01T00:00Z
     * @param randomBits 64 random bits for ids and latency: the same bits give the same answer
     */
    Call.Timed answer(ServiceRequest request, long nowNanos, long randomBits);
}
