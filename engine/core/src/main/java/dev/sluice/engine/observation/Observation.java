package dev.sluice.engine.observation;

import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.RecordReader;
import dev.sluice.engine.observation.logs.LogStore;
import dev.sluice.engine.observation.metrics.Metrics;
import dev.sluice.engine.observation.tracing.Traces;

/**
 * The readers of the journal that must not miss a record.
 *
 * @param logs execution logs and access logs by group
 * @param metrics counts by place and minute
 * @param traces segments of traced exchanges
 */
public record Observation(LogStore logs, Metrics metrics, Traces traces) implements RecordReader {
    /** Nothing seen yet. */
    public static Observation fresh() {
        return new Observation(new LogStore(), new Metrics(), new Traces());
    }

    @Override
    public void read(ExchangeRecord record) {
        metrics.read(record);
        logs.read(record);
        traces.read(record);
    }
}
