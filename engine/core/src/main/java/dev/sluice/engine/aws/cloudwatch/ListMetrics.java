package dev.sluice.engine.aws.cloudwatch;

import dev.sluice.engine.aws.protocol.Operation;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.observation.metrics.MetricName;
import dev.sluice.engine.observation.metrics.Metrics;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** ListMetrics: 500 a page; the token is the number of the next page's first metric. */
final class ListMetrics implements Operation {
    private static final int PAGE = 500;

    private final Metrics metrics;

    ListMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public ObjectNode perform(ObjectNode input, long nowNanos) {
        String namespace = Asked.text(input, "Namespace");
        String name = Asked.text(input, "MetricName");
        Map<String, String> dimensions = Asked.dimensions(input);
        List<MetricName> found = metrics.list().stream()
                .filter(metric -> (namespace.isEmpty() || namespace.equals(MetricName.NAMESPACE))
                        && (name.isEmpty() || name.equals(metric.metricName()))
                        && has(metric, dimensions))
                .sorted(Comparator.comparing(MetricName::metricName)
                        .thenComparing(metric -> new TreeMap<>(metric.dimensions()).toString()))
                .toList();
        int start = Math.min(found.size(), Asked.whole(input, "NextToken", 0, Integer.MAX_VALUE));
        int end = Math.min(found.size(), start + PAGE);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("Metrics");
        found.subList(start, end).forEach(metric -> list.add(shown(metric)));
        return end < found.size() ? answer.put("NextToken", Integer.toString(end)) : answer;
    }

    private static boolean has(MetricName metric, Map<String, String> dimensions) {
        return dimensions.entrySet().stream().allMatch(wanted -> {
            String value = metric.dimensions().get(wanted.getKey());
            return value != null
                    && (wanted.getValue().isEmpty() || wanted.getValue().equals(value));
        });
    }

    private static ObjectNode shown(MetricName metric) {
        ObjectNode shown = Json.object().put("Namespace", MetricName.NAMESPACE).put("MetricName", metric.metricName());
        ArrayNode dimensions = shown.putArray("Dimensions");
        new TreeMap<>(metric.dimensions())
                .forEach((name, value) ->
                        dimensions.addObject().put("Name", name).put("Value", value));
        return shown;
    }
}
