package dev.sluice.engine.execution.authorization.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.OptionalLong;

/** Times in signatures: {@code 20150830T123600Z}. */
final class Timestamps {
    /** A week. */
    static final long LONGEST_PRESIGNED_SECONDS = 604_800;

    /** How far the clocks of both sides may differ (data-plane section 3.1). */
    static final long SKEW_SECONDS = 300;

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .withResolverStyle(ResolverStyle.STRICT);

    private Timestamps() {}

    /** Seconds since 1970-01-01T00:00Z; empty if the text is no such time. */
    static OptionalLong seconds(String basic) {
        try {
            return OptionalLong.of(ZonedDateTime.parse(basic, BASIC).toEpochSecond());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    static String basic(long seconds) {
        return BASIC.format(Instant.ofEpochSecond(seconds));
    }

    /** A {@code Date} header in the form of signatures; as it is if it is no HTTP date. */
    static String fromHttpDate(String date) {
        try {
            return basic(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toEpochSecond());
        } catch (DateTimeException e) {
            return date;
        }
    }
}
