package dev.sluice.app.kit;

import dev.sluice.app.Texts;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Numbers as the screens show them: with thousands separators and their unit, and {@value #NONE} for no data. */
public final class Numbers {
    public static final String NONE = "—";

    private static final long NANOS_IN_A_SECOND = 1_000_000_000L;
    private static final double NANOS_IN_A_MILLI = 1e6;
    private static final long SHORTEST_NANOS = 10_000;
    private static final double BYTES_IN_A_MEGABYTE = 1e6;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Texts.LOCALE);

    private Numbers() {}

    /** {@code 12,345}. */
    public static String count(long count) {
        return NumberFormat.getIntegerInstance(Texts.LOCALE).format(count);
    }

    /** {@code 37.4}: one decimal, none if it is zero. */
    public static String oneDecimal(double value) {
        return decimal("#,##0.#", value);
    }

    /** {@code 37.0}: always one decimal, for numbers that change in place. */
    public static String steadyDecimal(double value) {
        return decimal("#,##0.0", value);
    }

    /** {@code 10,000/s}, {@code 0.5/s}. */
    public static String perSecond(double rate) {
        return decimal("#,##0.##", rate) + "/s";
    }

    /** {@code 10,000/s}, with every decimal the author wrote. */
    public static String perSecond(BigDecimal rate) {
        return new DecimalFormat("#,##0.##########", symbols()).format(rate) + "/s";
    }

    /** {@code < 0.01 ms}, {@code 0.42 ms}, {@code 12.4 ms}, {@code 1,204 ms}, {@code 29.00 s}. */
    public static String duration(long nanos) {
        if (nanos < SHORTEST_NANOS) {
            return "< 0.01 ms";
        }
        double millis = nanos / NANOS_IN_A_MILLI;
        if (millis >= 10_000) {
            return decimal("#,##0.00", millis / 1_000) + " s";
        }
        return decimal(millis < 1 ? "0.00" : millis < 100 ? "0.0" : "#,##0", millis) + " ms";
    }

    /** {@code 812 B}, {@code 4.2 kB}, {@code 210 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < BYTES_IN_A_MEGABYTE
                ? decimal("0.#", bytes / 1e3) + " kB"
                : decimal("#,##0", bytes / BYTES_IN_A_MEGABYTE) + " MB";
    }

    /**
     * {@code 14:03:27.512} in the machine's time zone.
     *
     * @param nanos since 1970-01-01T00:00Z
     */
    public static String timeOfDay(long nanos) {
        return TIME.format(Instant.ofEpochSecond(nanos / NANOS_IN_A_SECOND, nanos % NANOS_IN_A_SECOND)
                .atZone(ZoneId.systemDefault()));
    }

    private static String decimal(String pattern, double value) {
        return Double.isFinite(value) ? new DecimalFormat(pattern, symbols()).format(value) : NONE;
    }

    private static DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(Texts.LOCALE);
    }
}
