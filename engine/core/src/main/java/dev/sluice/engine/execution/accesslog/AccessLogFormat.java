package dev.sluice.engine.execution.accesslog;

import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.journal.AccessLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stage's access-log format, compiled: literal text and {@code $context} references. Immutable.
 *
 * <p>Line breaks in the format become blanks, because a line of the log is one line. Values are written as they are but
 * for line breaks and other control characters, which are escaped: no header can forge a second line. Whether AWS does
 * the same is not public [unsure].
 */
public final class AccessLogFormat {
    /** Largest format in bytes (data-plane section 14). */
    public static final int LARGEST = 3 * 1024;

    /** Most characters of one value, so that a line stays bounded whatever a client sends. */
    private static final int LONGEST_VALUE = 16 * 1024;

    private static final String UNSET = "-";
    private static final Pattern REFERENCE = Pattern.compile("\\$context\\.(\\w+(?:\\.[\\w:-]*\\w)*)");

    /** Literal text, then the value of a name; the last part may have no name. */
    private record Part(String text, @Nullable AccessLogValue value) {}

    private final String destinationArn;
    private final List<Part> parts;

    private AccessLogFormat(String destinationArn, List<Part> parts) {
        this.destinationArn = destinationArn;
        this.parts = List.copyOf(parts);
    }

    public static AccessLogFormat of(AccessLogSettings settings) {
        String format = settings.format().strip().replaceAll("\\R", " ");
        var parts = new ArrayList<Part>();
        Matcher references = REFERENCE.matcher(format);
        int at = 0;
        while (references.find()) {
            parts.add(new Part(format.substring(at, references.start()), AccessLogNames.value(references.group(1))));
            at = references.end();
        }
        parts.add(new Part(format.substring(at), null));
        return new AccessLogFormat(settings.destinationArn(), parts);
    }

    /** What AWS would refuse about a format and what to do, a sentence each; empty if it is fine. */
    public static List<String> faults(String format) {
        var faults = new ArrayList<String>();
        if (format.length() > LARGEST) {
            faults.add("The format has " + format.length() + " characters, and AWS takes at most " + LARGEST
                    + ". Leave names out.");
        }
        Matcher references = REFERENCE.matcher(format);
        boolean identified = false;
        while (references.find()) {
            String name = references.group(1);
            identified |= name.equals("requestId") || name.equals("extendedRequestId");
        }
        if (!identified) {
            faults.add("The format has neither $context.requestId nor $context.extendedRequestId, and AWS refuses it."
                    + " Add one of them.");
        }
        return faults;
    }

    /** The line of one exchange. */
    public AccessLine line(ClosedExchange closed) {
        var line = new StringBuilder(256);
        for (Part part : parts) {
            line.append(part.text);
            if (part.value != null) {
                String value = part.value.of(closed);
                append(value == null || value.isEmpty() ? UNSET : value, line);
            }
        }
        return new AccessLine(destinationArn, line.toString());
    }

    private static void append(String value, StringBuilder line) {
        int end = Math.min(value.length(), LONGEST_VALUE);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (c < ' ') {
                        line.append(String.format("\\u%04x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
    }
}
