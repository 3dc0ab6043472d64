package dev.sluice.engine.journal;

import dev.sluice.engine.journal.FunctionLogEntry.Finished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The log groups of all functions in one bounded ring: the newest entries in the order of their times. A model knows at
 * once how its run will end; such an entry is held back until its time has come.
 *
 * <p>For any number of threads. Readers come with a cursor and learn what they missed.
 */
public final class FunctionLog {
    /** Entries kept unless somebody says otherwise. */
    public static final int STANDARD_CAPACITY = 8_192;

    /** An entry whose time has not come. */
    private record Coming(FunctionLogEntry entry, long order) {}

    private final @Nullable FunctionLogEntry[] ring;
    private final PriorityQueue<Coming> coming = new PriorityQueue<>(
            Comparator.<Coming>comparingLong(entry -> entry.entry().nanos()).thenComparingLong(Coming::order));
    private long added;
    private long end;

    /** @param capacity entries kept, 1 or more; as many again may wait for their time */
    public FunctionLog(int capacity) {
        ring = new FunctionLogEntry[capacity];
    }

    /**
     * Takes an entry in.
     *
     * @param nowNanos the time it is, which may be before that of the entry
     */
    public synchronized void add(FunctionLogEntry entry, long nowNanos) {
        settle(nowNanos);
        if (entry.nanos() <= nowNanos || coming.size() == ring.length) {
            append(entry);
        } else {
            coming.add(new Coming(entry, added++));
        }
    }

    /**
     * Entries from {@code cursor} on whose time has come, oldest first.
     *
     * @param cursor 0, or {@link Page#nextCursor()} of the page before
     * @param limit most entries to return, 1 or more
     */
    public synchronized Page read(long cursor, int limit, long nowNanos) {
        settle(nowNanos);
        long start = Math.clamp(cursor, Math.max(0, end - ring.length), end);
        long stop = Math.min(end, start + limit);
        var entries = new ArrayList<FunctionLogEntry>((int) (stop - start));
        for (long at = start; at < stop; at++) {
            entries.add(at(at));
        }
        return new Page(entries, stop, Math.max(0, start - cursor));
    }

    /** How that invocation ended, with its cold start; empty if it has not, or was forgotten. */
    public synchronized Optional<Finished> report(String requestId, long nowNanos) {
        settle(nowNanos);
        for (long at = end - 1; at >= Math.max(0, end - ring.length); at--) {
            if (at(at) instanceof Finished finished && finished.requestId().equals(requestId)) {
                return Optional.of(finished);
            }
        }
        return Optional.empty();
    }

    /**
     * The cold start that the integration of an exchange waited for; empty if it was warm, is not known yet, or was
     * forgotten. A model's is known from its beginning, although its report is not readable before its time.
     */
    public synchronized Optional<ColdStart> coldStart(ExchangeRecord exchange) {
        String id = exchange.invocationId();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<ColdStart> ahead = coming.stream()
                .flatMap(entry -> coldStart(entry.entry(), id).stream())
                .findFirst();
        for (long sequence = end - 1; ahead.isEmpty() && sequence >= Math.max(0, end - ring.length); sequence--) {
            ahead = coldStart(at(sequence), id);
        }
        return ahead;
    }

    private static Optional<ColdStart> coldStart(FunctionLogEntry entry, String requestId) {
        return entry instanceof Finished finished && finished.requestId().equals(requestId)
                ? finished.coldStart()
                : Optional.empty();
    }

    private void settle(long nowNanos) {
        for (Coming next = coming.peek(); next != null && next.entry().nanos() <= nowNanos; next = coming.peek()) {
            append(next.entry());
            coming.remove();
        }
    }

    private void append(FunctionLogEntry entry) {
        ring[(int) (end++ % ring.length)] = entry;
    }

    private FunctionLogEntry at(long sequence) {
        FunctionLogEntry entry = ring[(int) (sequence % ring.length)];
        if (entry == null) {
            throw new IllegalStateException("no entry " + sequence + " of " + end);
        }
        return entry;
    }

    /**
     * @param nextCursor where the next read begins
     * @param missed entries that were overwritten before they could be read
     */
    public record Page(List<FunctionLogEntry> entries, long nextCursor, long missed) {}
}
