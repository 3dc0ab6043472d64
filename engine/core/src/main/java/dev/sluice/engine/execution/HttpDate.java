package dev.sluice.engine.execution;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} header's text for a time, kept for the second in which it holds. */
final class HttpDate {
    /** RFC 1123 with the two-digit day that HTTP asks for, which {@code RFC_1123_DATE_TIME} does not give. */
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private record Second(long epochSecond, String text) {}

    private volatile Second last = new Second(Long.MIN_VALUE, "");

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    String at(long nowNanos) {
        long second = Math.floorDiv(nowNanos, 1_000_000_000L);
        Second known = last;
        if (known.epochSecond() != second) {
            known = new Second(second, RFC_1123.format(Instant.ofEpochSecond(second)));
            last = known;
        }
        return known.text();
    }
}
