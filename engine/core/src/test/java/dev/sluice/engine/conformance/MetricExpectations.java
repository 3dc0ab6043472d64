package dev.sluice.engine.conformance;

import dev.sluice.engine.observation.metrics.MetricName;
import dev.sluice.engine.observation.metrics.Metrics;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares the sums of a case's metrics with what it expects after its last step. */
final class MetricExpectations {
    private static final Set<String> KNOWN = Set.of("namespace", "dimensions", "sum");

    private final Differences differences;
    private final Metrics metrics;

    MetricExpectations(Differences differences, Metrics metrics) {
        this.differences = differences;
        this.metrics = metrics;
    }

    void check(JsonNode expected) {
        for (JsonNode wanted : expected) {
            ConformanceCase.unknown("expectMetrics", wanted, KNOWN, differences.found());
            String namespace = wanted.path("namespace").asString("");
            differences.that(namespace.equals(MetricName.NAMESPACE), "metrics: namespace " + namespace);
            wanted.path("sum").properties().forEach(metric -> {
                var name = new MetricName(metric.getKey(), CaseWorkspace.strings(wanted.path("dimensions")));
                double sum = metrics.sum(name);
                differences.that(
                        sum == metric.getValue().asDouble(),
                        "metrics: wanted " + metric + " of " + name.dimensions() + ", got " + sum);
            });
        }
    }
}
