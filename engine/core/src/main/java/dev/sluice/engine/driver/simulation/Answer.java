package dev.sluice.engine.driver.simulation;

import dev.sluice.engine.http.HttpResponse;

/**
 * What became of an {@link Arrival}. Times are nanoseconds since 1970-01-01T00:00Z.
 *
 * @param tag that of the arrival
 * @param beginNanos when the request came
 * @param endNanos when it was answered
 */
public record Answer<T>(T tag, long beginNanos, long endNanos, HttpResponse response) {}
