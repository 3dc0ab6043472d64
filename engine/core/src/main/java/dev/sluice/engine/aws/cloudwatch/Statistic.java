package dev.sluice.engine.aws.cloudwatch;

import dev.sluice.engine.observation.metrics.Datapoint;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** A statistic by CloudWatch's name: {@code Sum}, {@code p99.9}. */
record Statistic(String name, ToDoubleFunction<Datapoint> of) {
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,3}(\\.\\d{1,10})?)");
    private static final int WHOLE = 100;

    /** @throws dev.sluice.engine.aws.protocol.ServiceException for one that is not known here, as trimmed means */
    static Statistic named(String name) {
        return switch (name) {
            case "SampleCount" -> new Statistic(name, Datapoint::sampleCount);
            case "Sum" -> new Statistic(name, Datapoint::sum);
            case "Average" -> new Statistic(name, Datapoint::average);
            case "Minimum" -> new Statistic(name, Datapoint::minimum);
            case "Maximum" -> new Statistic(name, Datapoint::maximum);
            default -> percentile(name);
        };
    }

    static Statistic percentile(String name) {
        var matcher = PERCENTILE.matcher(name);
        double percent = matcher.matches() ? Double.parseDouble(matcher.group(1)) : -1;
        if (percent < 0 || percent > WHOLE) {
            throw Asked.invalid("The statistic " + name + " is not one of SampleCount, Sum, Average, Minimum, Maximum"
                    + " and percentiles as p99.");
        }
        return new Statistic(name, datapoint -> datapoint.percentile(percent));
    }
}
