package dev.sluice.engine.aws.cloudwatch;

import dev.sluice.engine.aws.protocol.Moment;
import dev.sluice.engine.aws.protocol.Operation;
import dev.sluice.engine.aws.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.observation.metrics.Datapoint;
import dev.sluice.engine.observation.metrics.MetricName;
import dev.sluice.engine.observation.metrics.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** GetMetricStatistics: up to 1,440 datapoints of one metric. */
final class GetMetricStatistics implements Operation {
    private static final long MOST_DATAPOINTS = 1_440;
    private static final String COMBINATION = "InvalidParameterCombinationException";

    private final Metrics metrics;

    GetMetricStatistics(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public ObjectNode perform(ObjectNode input, long nowNanos) {
        Optional<MetricName> metric = Asked.metric(input);
        Asked.Range range = Asked.Range.of(input);
        int period = Asked.periodMinutes(input);
        List<Statistic> plain = statistics(input, "Statistics");
        List<Statistic> extended = statistics(input, "ExtendedStatistics");
        if (plain.isEmpty() && extended.isEmpty()) {
            throw new ServiceException(COMBINATION, "At least one of Statistics and ExtendedStatistics must be given.");
        }
        long asked = range.seconds() / 60 / period;
        if (asked > MOST_DATAPOINTS) {
            throw new ServiceException(
                    COMBINATION,
                    "You have requested up to " + asked + " datapoints, which exceeds the limit of " + MOST_DATAPOINTS
                            + ". You may reduce the datapoints requested by increasing Period, or decreasing the time"
                            + " range.");
        }
        ObjectNode answer = Json.object().put("Label", Asked.text(input, "MetricName"));
        ArrayNode list = answer.putArray("Datapoints");
        String unit = Asked.unit(Asked.text(input, "MetricName"));
        String wanted = Asked.text(input, "Unit");
        if (metric.isPresent() && (wanted.isEmpty() || wanted.equals(unit))) {
            metrics.statistics(metric.get(), range.startNanos(), range.endNanos(), period)
                    .forEach(datapoint -> list.add(shown(datapoint, plain, extended, unit)));
        }
        return answer;
    }

    private static List<Statistic> statistics(ObjectNode input, String member) {
        var statistics = new ArrayList<Statistic>();
        for (JsonNode name : input.path(member)) {
            statistics.add(
                    member.startsWith("Extended")
                            ? Statistic.percentile(name.asString(""))
                            : Statistic.named(name.asString("")));
        }
        return statistics;
    }

    private static ObjectNode shown(Datapoint datapoint, List<Statistic> plain, List<Statistic> extended, String unit) {
        ObjectNode shown = Json.object();
        shown.set("Timestamp", Moment.of(datapoint.startNanos()));
        plain.forEach(statistic -> shown.put(statistic.name(), statistic.of().applyAsDouble(datapoint)));
        if (!extended.isEmpty()) {
            ObjectNode values = shown.putObject("ExtendedStatistics");
            extended.forEach(
                    statistic -> values.put(statistic.name(), statistic.of().applyAsDouble(datapoint)));
        }
        return shown.put("Unit", unit);
    }
}
