package dev.sluice.engine.backend.service;

import dev.sluice.engine.backend.Call;

/**
 * One request to a modelled AWS service.
 *
 * @param randomBits 64 random bits for what the service makes up
 */
public record ServiceCall(ServiceEndpoint endpoint, ServiceRequest request, long randomBits) implements Call.ToModel {
    @Override
    public Call.Timed perform(long nowNanos) {
        return endpoint.answer(request, nowNanos, randomBits);
    }
}
