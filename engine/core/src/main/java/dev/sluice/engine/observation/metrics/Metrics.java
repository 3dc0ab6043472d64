package dev.sluice.engine.observation.metrics;

import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.Place;
import dev.sluice.engine.journal.RecordReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts of all exchanges by place and minute. A request that reached no API belongs to nobody's metrics. For any
 * number of threads.
 */
public final class Metrics implements RecordReader {
    /** How long minutes are kept: six hours. */
    public static final int MINUTES = 360;

    /** Places counted at once; beyond, the one longest without a request is forgotten. */
    private static final int MOST_PLACES = 4_096;

    private final Map<Place, PlaceSeries> places = new ConcurrentHashMap<>();

    @Override
    public void read(ExchangeRecord record) {
        Place place = record.place();
        if (place.isNowhere()) {
            return;
        }
        PlaceSeries series = places.get(place);
        if (series == null) {
            series = places.computeIfAbsent(place, unused -> new PlaceSeries(MINUTES));
            forgetTheIdlest();
        }
        series.add(record);
    }

    private void forgetTheIdlest() {
        if (places.size() > MOST_PLACES) {
            places.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().newestMinute()))
                    .ifPresent(idlest -> places.remove(idlest.getKey()));
        }
    }

    /** Every metric that something was counted for, in no particular order. */
    public List<MetricName> list() {
        Set<MetricName> names = new LinkedHashSet<>();
        for (Place place : places.keySet()) {
            for (Map<String, String> dimensions : Dimensions.of(place)) {
                for (Metric metric : Metric.values()) {
                    String name = metric.metricName(place.kind());
                    if (!name.isEmpty()) {
                        names.add(new MetricName(name, dimensions));
                    }
                }
            }
        }
        return List.copyOf(names);
    }

    /**
     * The metric period by period, oldest first; periods without a sample are left out. Resolution is the minute: a
     * period begins at a multiple of its length, as CloudWatch's do.
     *
     * @param startNanos nanoseconds since 1970-01-01T00:00Z, rounded down to the minute
     * @param endNanos nanoseconds since 1970-01-01T00:00Z, rounded up to the minute; not included
     * @param periodMinutes 1 or more
     */
    public List<Datapoint> statistics(MetricName name, long startNanos, long endNanos, int periodMinutes) {
        long first = PlaceSeries.minute(startNanos);
        long end = PlaceSeries.minute(endNanos - 1) + 1;
        var periods = new TreeMap<Long, Samples>();
        places.forEach((place, series) -> {
            if (Dimensions.of(place).contains(name.dimensions())) {
                Metric.named(name.metricName(), place.kind())
                        .ifPresent(metric -> series.addInto(
                                minute -> periods.computeIfAbsent(
                                        Math.floorDiv(minute, periodMinutes), unused -> new Samples()),
                                metric,
                                first,
                                end));
            }
        });
        var points = new ArrayList<Datapoint>(periods.size());
        periods.forEach((period, samples) -> {
            if (!samples.isEmpty()) {
                points.add(samples.at(PlaceSeries.startNanos(period * periodMinutes)));
            }
        });
        return points;
    }

    /** The sum over everything kept; 0 if nothing was counted. */
    public double sum(MetricName name) {
        double sum = 0;
        for (Datapoint point : statistics(name, Long.MIN_VALUE / 2, Long.MAX_VALUE / 2, MINUTES)) {
            sum += point.sum();
        }
        return sum;
    }
}
