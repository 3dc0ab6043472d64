package dev.sluice.engine.driver.simulation;

import dev.sluice.engine.http.HttpRequest;

/**
 * A request that comes to the gateway.
 *
 * @param <T> what the caller knows it by
 * @param nanos when, nanoseconds since 1970-01-01T00:00Z
 */
public record Arrival<T>(long nanos, HttpRequest request, T tag) {}
