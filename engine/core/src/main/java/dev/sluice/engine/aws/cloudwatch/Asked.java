package dev.sluice.engine.aws.cloudwatch;

import dev.sluice.engine.aws.protocol.Moment;
import dev.sluice.engine.aws.protocol.ServiceException;
import dev.sluice.engine.journal.Place;
import dev.sluice.engine.observation.metrics.Metric;
import dev.sluice.engine.observation.metrics.MetricName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Members that several operations have. In the query protocol every value is a text, numbers too. */
final class Asked {
    private static final int SECONDS_A_MINUTE = 60;

    /** High-resolution periods; our metrics, like API Gateway's, have one sample a minute. */
    private static final java.util.Set<Integer> SHORT_PERIODS = java.util.Set.of(1, 5, 10, 20, 30);

    private Asked() {}

    static String text(JsonNode input, String member) {
        JsonNode value = input.path(member);
        return value.isMissingNode() || value.isNull() ? "" : value.asString("");
    }

    static String required(JsonNode input, String member) {
        String text = text(input, member);
        if (text.isEmpty()) {
            throw missing(member);
        }
        return text;
    }

    private static ServiceException missing(String member) {
        return new ServiceException("MissingParameter", "The parameter " + member + " is required.");
    }

    static ServiceException invalid(String message) {
        return new ServiceException("InvalidParameterValueException", message);
    }

    static int whole(JsonNode input, String member, int otherwise, int most) {
        String text = text(input, member);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number that is too large
        }
        throw invalid("The parameter " + member + " must be a whole number from 1 to " + most + ".");
    }

    /** From the input's start to its end, in nanoseconds since 1970-01-01T00:00Z. */
    record Range(long startNanos, long endNanos) {
        static Range of(JsonNode input) {
            long start = nanos(input, "StartTime");
            long end = nanos(input, "EndTime");
            if (start >= end) {
                throw invalid("The parameter StartTime must be less than the parameter EndTime.");
            }
            return new Range(start, end);
        }

        private static long nanos(JsonNode input, String member) {
            if (input.path(member).isMissingNode()) {
                throw missing(member);
            }
            return Moment.nanos(input.path(member))
                    .orElseThrow(() -> invalid("The parameter " + member + " is not a time."));
        }

        long seconds() {
            return (endNanos - startNanos) / 1_000_000_000L;
        }
    }

    static int periodMinutes(JsonNode input) {
        required(input, "Period");
        int seconds = whole(input, "Period", SECONDS_A_MINUTE, Integer.MAX_VALUE);
        if (seconds % SECONDS_A_MINUTE != 0 && !SHORT_PERIODS.contains(seconds)) {
            throw invalid("The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
        }
        return Math.max(1, seconds / SECONDS_A_MINUTE);
    }

    /** The metric that the input names; empty if it is in another namespace. */
    static Optional<MetricName> metric(JsonNode input) {
        String namespace = required(input, "Namespace");
        var name = new MetricName(required(input, "MetricName"), dimensions(input));
        return namespace.equals(MetricName.NAMESPACE) ? Optional.of(name) : Optional.empty();
    }

    /** Values by name; the value may be missing where only a name is asked for. */
    static Map<String, String> dimensions(JsonNode input) {
        var dimensions = new LinkedHashMap<String, String>();
        for (JsonNode dimension : input.path("Dimensions")) {
            dimensions.put(required(dimension, "Name"), text(dimension, "Value"));
        }
        return dimensions;
    }

    /** CloudWatch's unit of the metric; empty if there is none of that name. */
    static String unit(String metricName) {
        for (Metric metric : Metric.values()) {
            for (Place.Kind kind : Place.Kind.values()) {
                if (metric.metricName(kind).equals(metricName)) {
                    return metric.unit();
                }
            }
        }
        return "";
    }
}
