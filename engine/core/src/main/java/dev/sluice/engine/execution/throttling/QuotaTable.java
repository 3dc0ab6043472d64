package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.definition.QuotaSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every quota counter of a gateway by its id. Like the buckets of {@link BucketTable} they outlive the configuration
 * that made them. Safe for any number of threads, as far as its {@link Throttle} is.
 */
public final class QuotaTable {
    private final Guard guard;
    private final Map<QuotaId, QuotaCounter> counters = new LinkedHashMap<>();

    QuotaTable(Guard guard) {
        this.guard = guard;
    }

    /** The counter of that id; if there is none, a new one. A counter that exists keeps its settings. */
    public QuotaCounter counter(QuotaId id, QuotaSettings settings) {
        guard.enter();
        try {
            return counters.computeIfAbsent(id, unused -> new QuotaCounter(id, settings));
        } finally {
            guard.leave();
        }
    }

    /**
     * Brings the counters to another configuration: each goes over to its quota there and keeps its count; one that has
     * none is forgotten.
     *
     * @param nowNanos when, nanoseconds since 1970-01-01T00:00Z; one before a counter's last request counts as that
     */
    public void reconfigure(Function<QuotaId, Optional<QuotaSettings>> quotas, long nowNanos) {
        guard.enter();
        try {
            counters.values().removeIf(counter -> !goesOver(counter, quotas.apply(counter.id()), nowNanos));
        } finally {
            guard.leave();
        }
    }

    private static boolean goesOver(QuotaCounter counter, Optional<QuotaSettings> settings, long nowNanos) {
        settings.ifPresent(newSettings -> counter.change(newSettings, nowNanos));
        return settings.isPresent();
    }

    /** Does something with the counter of that id, which is made if there is none, while requests wait. */
    public <R> R with(QuotaId id, QuotaSettings settings, Function<QuotaCounter, R> use) {
        guard.enter();
        try {
            return use.apply(counters.computeIfAbsent(id, unused -> new QuotaCounter(id, settings)));
        } finally {
            guard.leave();
        }
    }

    /** Reads every counter, all at one instant and in the order in which they were made. Requests wait meanwhile. */
    public <R> List<R> read(Function<QuotaCounter, R> reader) {
        guard.enter();
        try {
            var readings = new ArrayList<R>(counters.size());
            counters.values().forEach(counter -> readings.add(reader.apply(counter)));
            return readings;
        } finally {
            guard.leave();
        }
    }
}
