package dev.sluice.engine.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;

/**
 * The newest exchanges, a bounded ring: writers never wait, readers come with a cursor and learn what they missed.
 *
 * <p>Any number of threads may write and read. A record is published before its slot is reused, so a reader sees whole
 * records only.
 */
public final class JournalStore {
    private final AtomicReferenceArray<ExchangeRecord> slots;
    private final int mask;
    private final AtomicLong next = new AtomicLong();
    private final RecordReader reader;

    /** @param capacity records kept; rounded up to a power of two, at least 16 */
    public JournalStore(int capacity) {
        this(capacity, RecordReader.NONE);
    }

    /**
     * @param capacity records kept; rounded up to a power of two, at least 16
     * @param reader sees every record once it is in the ring
     */
    public JournalStore(int capacity, RecordReader reader) {
        this.reader = reader;
        int size = Integer.highestOneBit(Math.max(16, capacity) - 1) << 1;
        slots = new AtomicReferenceArray<>(size);
        mask = size - 1;
    }

    /** Adds the record that the function makes for the sequence number it is given. */
    public ExchangeRecord add(LongFunction<ExchangeRecord> record) {
        long sequence = next.getAndIncrement();
        ExchangeRecord made = record.apply(sequence);
        slots.setRelease((int) sequence & mask, made);
        reader.read(made);
        return made;
    }

    /** Sequence number the next record will get: how many exchanges there were so far. */
    public long end() {
        return next.get();
    }

    /** Records kept at most. */
    public int capacity() {
        return mask + 1;
    }

    /**
     * Records from {@code cursor} on, oldest first.
     *
     * @param cursor 0, or {@link Page#nextCursor()} of the page before
     * @param limit most records to return, 1 or more
     */
    public Page read(long cursor, int limit) {
        long end = next.get();
        long start = Math.max(cursor, end - capacity());
        var records = new ArrayList<ExchangeRecord>((int) Math.min(limit, Math.max(0, end - start)));
        long missed = start - cursor;
        long at = start;
        for (; at < end && records.size() < limit; at++) {
            ExchangeRecord record = slots.getAcquire((int) at & mask);
            if (record == null || record.sequence() < at) {
                break; // still being written: the next read begins here
            }
            if (record.sequence() > at) {
                missed++; // overwritten while we read
            } else {
                records.add(record);
            }
        }
        return new Page(records, at, missed);
    }

    /** The newest records, oldest first. */
    public List<ExchangeRecord> newest(int limit) {
        return read(Math.max(0, end() - limit), limit).records();
    }

    /**
     * @param nextCursor where the next read begins
     * @param missed records that were overwritten before they could be read
     */
    public record Page(List<ExchangeRecord> records, long nextCursor, long missed) {}
}
