package dev.sluice.engine.aws.cloudwatch;

import dev.sluice.engine.aws.protocol.Moment;
import dev.sluice.engine.aws.protocol.Operation;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.observation.metrics.Datapoint;
import dev.sluice.engine.observation.metrics.Metrics;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GetMetricData for metrics, not for metric math. Everything that is kept fits into one answer: six hours of minutes
 * for each of up to 500 queries.
 */
final class GetMetricData implements Operation {
    private static final int MOST_QUERIES = 500;

    private final Metrics metrics;

    GetMetricData(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public ObjectNode perform(ObjectNode input, long nowNanos) {
        Asked.Range range = Asked.Range.of(input);
        JsonNode queries = input.path("MetricDataQueries");
        if (queries.isEmpty() || queries.size() > MOST_QUERIES) {
            throw Asked.invalid("The parameter MetricDataQueries must have 1 to " + MOST_QUERIES + " members.");
        }
        boolean ascending = Asked.text(input, "ScanBy").equals("TimestampAscending");
        ObjectNode answer = Json.object();
        ArrayNode results = answer.putArray("MetricDataResults");
        for (JsonNode query : queries) {
            ObjectNode result = result(query, range, ascending);
            if (!Asked.text(query, "ReturnData").equals("false")) {
                results.add(result);
            }
        }
        answer.putArray("Messages");
        return answer;
    }

    private ObjectNode result(JsonNode query, Asked.Range range, boolean ascending) {
        String id = Asked.required(query, "Id");
        if (query.path("MetricStat").isMissingNode()) {
            throw Asked.invalid("The query " + id + " has no MetricStat; Sluice does not calculate expressions.");
        }
        JsonNode stat = query.path("MetricStat");
        JsonNode metric = stat.path("Metric");
        Statistic statistic = Statistic.named(Asked.required(stat, "Stat"));
        int period = Asked.periodMinutes(stat);
        String name = Asked.required(metric, "MetricName");
        String unit = Asked.text(stat, "Unit");
        List<Datapoint> datapoints = Asked.metric(metric)
                .filter(ignored -> unit.isEmpty() || unit.equals(Asked.unit(name)))
                .map(known -> metrics.statistics(known, range.startNanos(), range.endNanos(), period))
                .orElse(List.of());
        String label = Asked.text(query, "Label");
        ObjectNode result = Json.object().put("Id", id).put("Label", label.isEmpty() ? name : label);
        ArrayNode times = result.putArray("Timestamps");
        ArrayNode values = result.putArray("Values");
        for (Datapoint datapoint : ascending ? datapoints : datapoints.reversed()) {
            times.add(Moment.of(datapoint.startNanos()));
            values.add(statistic.of().applyAsDouble(datapoint));
        }
        return result.put("StatusCode", "Complete");
    }
}
