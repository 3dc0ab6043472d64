package dev.sluice.engine.observation.logs;

import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.observation.RecordRing;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * One log group with one stream. AWS spreads a group over many streams with names that say nothing; all lines of a
 * request are in one of them, and so they are here.
 */
public final class LogGroup {
    private final String name;
    private final String stream;
    private final Function<ExchangeRecord, List<LogLine>> lines;
    private final RecordRing exchanges;

    LogGroup(String name, Function<ExchangeRecord, List<LogLine>> lines, int capacity) {
        this.name = name;
        this.stream = streamOf(name);
        this.lines = lines;
        exchanges = new RecordRing(capacity);
    }

    void add(ExchangeRecord record) {
        exchanges.add(record);
    }

    public String name() {
        return name;
    }

    /** 32 hexadecimal digits. */
    public String stream() {
        return stream;
    }

    /**
     * Lines of the exchanges from {@code cursor} on, oldest first.
     *
     * @param cursor 0, or {@link Page#nextCursor()} of the page before
     * @param limit most exchanges to read, 1 or more
     */
    public Page read(long cursor, int limit) {
        RecordRing.Page page = exchanges.read(cursor, limit);
        return new Page(
                page.records().stream()
                        .flatMap(record -> lines.apply(record).stream())
                        .toList(),
                page.nextCursor(),
                page.missed());
    }

    /** Lines from {@code startMillis} to {@code endMillis}, both included, in order. */
    public List<LogEvent> between(long startMillis, long endMillis) {
        RecordRing.Page page = exchanges.read(0, Integer.MAX_VALUE);
        long sequence = page.nextCursor() - page.records().size();
        var events = new ArrayList<LogEvent>();
        for (ExchangeRecord record : page.records()) {
            if (millis(record.endNanos()) >= startMillis && millis(record.startNanos()) <= endMillis) {
                addLines(record, sequence, events);
            }
            sequence++;
        }
        events.removeIf(event -> event.timestampMillis() < startMillis || event.timestampMillis() > endMillis);
        events.sort(LogEvent.ORDER);
        return events;
    }

    private void addLines(ExchangeRecord record, long sequence, List<LogEvent> events) {
        int number = 0;
        for (LogLine line : lines.apply(record)) {
            events.add(new LogEvent(
                    millis(line.nanos()), sequence, number++, millis(record.endNanos()), stream, line.message()));
        }
    }

    private static long millis(long nanos) {
        return Math.floorDiv(nanos, 1_000_000L);
    }

    /** A name that is the same whenever the group is: two 64-bit hashes (FNV-1a) of the group's name. */
    static String streamOf(String name) {
        return HexFormat.of().toHexDigits(hash(name, 0xCBF29CE484222325L))
                + HexFormat.of().toHexDigits(hash(name, 0x9E3779B97F4A7C15L));
    }

    private static long hash(String text, long start) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    /**
     * @param nextCursor where the next read begins
     * @param missed exchanges whose lines were overwritten before they could be read
     */
    public record Page(List<LogLine> lines, long nextCursor, long missed) {}
}
