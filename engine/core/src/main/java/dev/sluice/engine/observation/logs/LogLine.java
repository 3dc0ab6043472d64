package dev.sluice.engine.observation.logs;

/**
 * One line of a log.
 *
 * @param nanos when, nanoseconds since 1970-01-01T00:00Z
 */
public record LogLine(long nanos, String message) {
    /** Most characters of an execution-log line (data-plane section 13). */
    static final int LONGEST = 1024;

    private static final String CUT = " [TRUNCATED]";

    static LogLine of(long nanos, String message) {
        return new LogLine(
                nanos, message.length() <= LONGEST ? message : message.substring(0, LONGEST - CUT.length()) + CUT);
    }
}
