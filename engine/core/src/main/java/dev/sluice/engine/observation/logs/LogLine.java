package dev.sluice.engine.observation.logs;

import java.nio.charset.StandardCharsets;

/**
 * One line of a log.
 *
 * @param nanos when, nanoseconds since 1970-01-01T00:00Z
 */
public record LogLine(long nanos, String message) {
    /** Most bytes of an execution-log line in UTF-8 (data-plane section 13). */
    static final int LONGEST = 1024;

    private static final String CUT = " [TRUNCATED]";

    /** The line, cut if it is too long; never within a character. */
    static LogLine of(long nanos, String message) {
        if (message.length() * 3 <= LONGEST) {
            return new LogLine(nanos, message); // even if every character took three bytes
        }
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return new LogLine(nanos, message);
        }
        int end = LONGEST - CUT.length();
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new LogLine(nanos, new String(bytes, 0, end, StandardCharsets.UTF_8) + CUT);
    }
}
