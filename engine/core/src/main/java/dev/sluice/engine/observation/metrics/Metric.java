package dev.sluice.engine.observation.metrics;

import dev.sluice.engine.journal.Place;
import java.util.Optional;

/** What is counted, by CloudWatch's names: REST and HTTP APIs differ in some. */
public enum Metric {
    COUNT("Count", "Count", "Count"),
    CLIENT_ERRORS("4XXError", "4xx", "Count"),
    SERVER_ERRORS("5XXError", "5xx", "Count"),
    LATENCY("Latency", "Latency", "Milliseconds"),
    INTEGRATION_LATENCY("IntegrationLatency", "IntegrationLatency", "Milliseconds"),
    CACHE_HITS("CacheHitCount", "", "Count"),
    CACHE_MISSES("CacheMissCount", "", "Count"),
    DATA_PROCESSED("", "DataProcessed", "Bytes");

    private final String ofRestApi;
    private final String ofHttpApi;
    private final String unit;

    Metric(String ofRestApi, String ofHttpApi, String unit) {
        this.ofRestApi = ofRestApi;
        this.ofHttpApi = ofHttpApi;
        this.unit = unit;
    }

    /** CloudWatch's name; empty if that kind of API does not have it. */
    public String metricName(Place.Kind kind) {
        return switch (kind) {
            case REST -> ofRestApi;
            case HTTP -> ofHttpApi;
        };
    }

    /** CloudWatch's unit. */
    public String unit() {
        return unit;
    }

    static Optional<Metric> named(String metricName, Place.Kind kind) {
        for (Metric metric : values()) {
            if (!metricName.isEmpty() && metric.metricName(kind).equals(metricName)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }
}
