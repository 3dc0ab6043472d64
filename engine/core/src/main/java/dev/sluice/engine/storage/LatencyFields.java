package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.Backend.Latency;
import java.util.Optional;

/** {@code "latency": {"medianMillis": 20, "p99Millis": 80}}, wherever something takes time. */
final class LatencyFields {
    /** Longest latency of a model, in milliseconds: an hour. */
    private static final double MOST_MILLIS = 3_600_000;

    private LatencyFields() {}

    static void write(Latency latency, Node.Builder owner) {
        write("latency", latency, owner);
    }

    /** The same under another name. */
    static void write(String name, Latency latency, Node.Builder owner) {
        if (!latency.equals(Latency.NONE)) {
            var fields = Mapping.builder().put("medianMillis", Decimals.shortest(latency.medianMillis()));
            latency.p99Millis().ifPresent(p99 -> fields.put("p99Millis", Decimals.shortest(p99)));
            owner.put(name, fields.build());
        }
    }

    static Latency read(Fields owner) {
        return read("latency", owner);
    }

    /** The same under another name. */
    static Latency read(String name, Fields owner) {
        Fields fields = owner.fields(name);
        double median = Decimals.read(fields, "medianMillis", 0, MOST_MILLIS).orElse(0.0);
        Optional<Double> p99 = Decimals.read(fields, "p99Millis", 0, MOST_MILLIS);
        fields.done();
        if (p99.isPresent() && p99.get() < median) {
            fields.error("p99Millis", "p99Millis is below medianMillis; the median alone is taken. Correct one.");
            return Latency.ofMillis(median);
        }
        return new Latency(median, p99);
    }
}
