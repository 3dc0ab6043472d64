package dev.sluice.app.kit.figure;

import dev.sluice.app.Texts;
import dev.sluice.app.kit.Numbers;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

/**
 * Numbers that change while one looks at them: few digits, so that they can be read and keep their width. Everything
 * that stands still is written by {@link Numbers}.
 */
public final class Figures {
    /** A real minus, as wide as the plus. */
    private static final char MINUS = '\u2212';

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Texts.LOCALE);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private Figures() {}

    /** Tokens in a bucket: {@code 37.4} while tenths matter, {@code 4,982} from a thousand on; rounded down. */
    public static String tokens(double tokens) {
        if (tokens >= 1_000) {
            return pattern("#,##0").format(Math.floor(tokens));
        }
        return pattern("0.0").format(Math.floor(tokens * 10) / 10);
    }

    /** A rate without sign: {@code 0.5/s}, {@code 142/s}, {@code 1,200/s}, {@code 12.5k/s}. */
    public static String perSecond(double rate) {
        return shortNumber(rate) + "/s";
    }

    /** A rate with its sign: {@code +100/s}, {@code −142/s}, {@code 0/s}. */
    public static String signedPerSecond(double rate) {
        String size = shortNumber(Math.abs(rate));
        if (size.equals("0")) {
            return "0/s";
        }
        return (rate < 0 ? MINUS : '+') + size + "/s";
    }

    /** At most four digits: {@code 0.25}, {@code 2.5}, {@code 14.2}, {@code 142}, {@code 1,200}, {@code 12.5k}. */
    public static String shortNumber(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) {
            return pattern("#,##0.#").format(value / 1e6) + "M";
        }
        if (size >= 1e4) {
            return pattern("#,##0.#").format(value / 1e3) + "k";
        }
        if (size >= 99.95) {
            return pattern("#,##0").format(value);
        }
        return pattern(size >= 1 ? "0.#" : "0.##").format(value);
    }

    /**
     * A span of time in the unit that suits it: {@code 84 ms}, {@code 1.2 s}, {@code 3 min 20 s}, {@code 2 h 5 min}.
     */
    public static String span(long nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        if (millis < 1) {
            return nanos == 0 ? "0 ms" : pattern("0").format(Math.max(1, nanos / 1_000.0)) + " µs";
        }
        if (millis < 999.5) {
            return pattern(millis < 9.95 ? "0.#" : "0").format(millis) + " ms";
        }
        double seconds = nanos / NANOS_PER_SECOND;
        if (seconds < 59.95) {
            return pattern("0.0").format(seconds) + " s";
        }
        return longDuration(Math.round(seconds));
    }

    /** For read-outs that change all the time: tenths of a second below a minute, so that the text keeps its width. */
    public static String seconds(long nanos) {
        double seconds = nanos / NANOS_PER_SECOND;
        return seconds < 59.95 ? pattern("0.0").format(seconds) + " s" : longDuration(Math.round(seconds));
    }

    private static String longDuration(long seconds) {
        if (seconds < 3_600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        long minutes = seconds / 60;
        if (minutes < 24 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        return Numbers.count(minutes / (24 * 60)) + " d";
    }

    /** A share of 1: {@code 62 %}, {@code 0.4 %}. */
    public static String percent(double share) {
        double percent = share * 100;
        return pattern(percent != 0 && percent < 9.95 ? "0.#" : "0").format(percent) + " %";
    }

    private static DecimalFormat pattern(String pattern) {
        var format = new DecimalFormat(pattern, SYMBOLS);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
