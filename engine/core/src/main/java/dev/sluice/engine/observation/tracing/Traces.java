package dev.sluice.engine.observation.tracing;

import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.FunctionLog;
import dev.sluice.engine.journal.RecordReader;
import dev.sluice.engine.observation.RecordRing;
import java.util.List;

/** The newest traced exchanges; their segment documents are made when somebody asks. For any number of threads. */
public final class Traces implements RecordReader {
    /** Traced exchanges kept. */
    public static final int EXCHANGES = 4_096;

    private final RecordRing exchanges = new RecordRing(EXCHANGES);

    @Override
    public void read(ExchangeRecord record) {
        if (record.trace().isPresent()) {
            exchanges.add(record);
        }
    }

    /**
     * Traced exchanges from {@code cursor} on, oldest first.
     *
     * @param cursor 0, or {@link RecordRing.Page#nextCursor()} of the page before
     * @param limit most records to return, 1 or more
     */
    public RecordRing.Page read(long cursor, int limit) {
        return exchanges.read(cursor, limit);
    }

    /**
     * The gateway's segment documents of one trace, oldest first.
     *
     * @param traceId {@code 1-8hex-24hex}
     * @param functions what knows of cold starts
     */
    public List<String> documents(String traceId, FunctionLog functions) {
        return exchanges.read(0, EXCHANGES).records().stream()
                .filter(record -> record.trace().orElseThrow().traceId().equals(traceId))
                .map(record -> SegmentDocument.of(record, functions.coldStart(record)))
                .toList();
    }
}
