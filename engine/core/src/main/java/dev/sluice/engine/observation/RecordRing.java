package dev.sluice.engine.observation;

import dev.sluice.engine.journal.ExchangeRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest records of one kind in a bounded ring, with a cursor of their own: rare ones are not pushed out by the
 * many others of the journal. For any number of threads.
 */
public final class RecordRing {
    private final @Nullable ExchangeRecord[] ring;
    private long end;

    /** @param capacity records kept, 1 or more */
    public RecordRing(int capacity) {
        ring = new @Nullable ExchangeRecord[capacity];
    }

    public synchronized void add(ExchangeRecord record) {
        ring[(int) (end++ % ring.length)] = record;
    }

    /**
     * Records from {@code cursor} on, oldest first.
     *
     * @param cursor 0, or {@link Page#nextCursor()} of the page before
     * @param limit most records to return, 1 or more
     */
    public synchronized Page read(long cursor, int limit) {
        long start = Math.clamp(cursor, Math.max(0, end - ring.length), end);
        long stop = Math.min(end, start + limit);
        var records = new ArrayList<ExchangeRecord>((int) (stop - start));
        for (long at = start; at < stop; at++) {
            ExchangeRecord record = ring[(int) (at % ring.length)];
            if (record != null) {
                records.add(record);
            }
        }
        return new Page(records, stop, Math.max(0, start - cursor));
    }

    /** How many records there were so far. */
    public synchronized long end() {
        return end;
    }

    /**
     * @param nextCursor where the next read begins
     * @param missed records that were overwritten before they could be read
     */
    public record Page(List<ExchangeRecord> records, long nextCursor, long missed) {}
}
