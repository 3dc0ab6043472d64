package dev.sluice.engine.observation.metrics;

import java.util.Map;

/**
 * A metric that has datapoints.
 *
 * @param metricName as {@code 4XXError}
 * @param dimensions by name; the order does not matter
 */
public record MetricName(String metricName, Map<String, String> dimensions) {
    /** Namespace of all of them. */
    public static final String NAMESPACE = "AWS/ApiGateway";

    public MetricName {
        dimensions = Map.copyOf(dimensions);
    }
}
