package dev.sluice.engine.observation.logs;

import dev.sluice.engine.journal.FunctionLog;
import dev.sluice.engine.journal.FunctionLogEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The groups {@code /aws/lambda/NAME} of what functions logged. An environment has a stream a day; on AWS it keeps the
 * one of the day it began on.
 */
public final class FunctionLogEvents {
    private static final String GROUP = "/aws/lambda/";
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FunctionLogEvents() {}

    public static String group(String functionName) {
        return GROUP + functionName;
    }

    /** The function whose group it is; empty if it is none's. */
    public static Optional<String> function(String group) {
        return group.startsWith(GROUP) ? Optional.of(group.substring(GROUP.length())) : Optional.empty();
    }

    /** Functions that logged something that is still kept, sorted. */
    public static List<String> functions(FunctionLog log, long nowNanos) {
        var names = new TreeSet<String>();
        for (FunctionLogEntry entry : log.read(0, Integer.MAX_VALUE, nowNanos).entries()) {
            names.add(entry.functionName());
        }
        return List.copyOf(names);
    }

    /** Lines of one function from {@code startMillis} to {@code endMillis}, both included, in order. */
    public static List<LogEvent> between(
            FunctionLog log, String function, long startMillis, long endMillis, long nowNanos) {
        FunctionLog.Page page = log.read(0, Integer.MAX_VALUE, nowNanos);
        long sequence = page.nextCursor() - page.entries().size();
        var events = new ArrayList<LogEvent>();
        for (FunctionLogEntry entry : page.entries()) {
            long millis = Math.floorDiv(entry.nanos(), NANOS_A_MILLI);
            if (entry.functionName().equals(function) && millis >= startMillis && millis <= endMillis) {
                int number = 0;
                for (String line : entry.lines()) {
                    events.add(new LogEvent(millis, sequence, number++, millis, stream(entry), line));
                }
            }
            sequence++;
        }
        events.sort(LogEvent.ORDER);
        return events;
    }

    private static String stream(FunctionLogEntry entry) {
        return DAY.format(Instant.ofEpochSecond(Math.floorDiv(entry.nanos(), 1_000_000_000L)))
                + "/[$LATEST]"
                + LogGroup.streamOf(entry.functionName() + "/" + entry.environment());
    }
}
