package dev.sluice.engine.observation.logs;

import java.util.Comparator;
import java.util.Locale;

/**
 * One line of a log as CloudWatch hands it out. Times are milliseconds since 1970-01-01T00:00Z.
 *
 * @param source number of what it was made of in its group, and {@code line} its place there: together always the same
 * @param ingestionMillis when it could be read first
 */
public record LogEvent(
        long timestampMillis, long source, int line, long ingestionMillis, String stream, String message) {

    /** By time; lines of the same millisecond as they were written. The same order as that of the ids. */
    public static final Comparator<LogEvent> ORDER = Comparator.comparingLong(LogEvent::timestampMillis)
            .thenComparingLong(LogEvent::source)
            .thenComparingInt(LogEvent::line);

    /** 56 digits, as AWS's are. */
    public String id() {
        return String.format(Locale.ROOT, "%020d%024d%012d", timestampMillis, source, line);
    }
}
