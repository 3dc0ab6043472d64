package dev.sluice.engine.observation.insights.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A length of time as queries write it: {@code 5m}.
 *
 * @param amount 1 or more
 */
public record Period(long amount, Unit unit) {
    /** Units with the largest amount AWS takes: {@code bin(300s)} is wrong, {@code bin(5m)} is right. */
    public enum Unit {
        MILLISECOND(1_000),
        SECOND(60),
        MINUTE(60),
        HOUR(24),
        DAY(Long.MAX_VALUE),
        WEEK(Long.MAX_VALUE),
        MONTH(Long.MAX_VALUE),
        QUARTER(Long.MAX_VALUE),
        YEAR(Long.MAX_VALUE);

        private final long most;

        Unit(long most) {
            this.most = most;
        }

        /** Largest amount of this unit. */
        public long most() {
            return most;
        }
    }

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("ms", Unit.MILLISECOND),
            Map.entry("msec", Unit.MILLISECOND),
            Map.entry("millisecond", Unit.MILLISECOND),
            Map.entry("s", Unit.SECOND),
            Map.entry("sec", Unit.SECOND),
            Map.entry("second", Unit.SECOND),
            Map.entry("m", Unit.MINUTE),
            Map.entry("min", Unit.MINUTE),
            Map.entry("minute", Unit.MINUTE),
            Map.entry("h", Unit.HOUR),
            Map.entry("hr", Unit.HOUR),
            Map.entry("hour", Unit.HOUR),
            Map.entry("d", Unit.DAY),
            Map.entry("day", Unit.DAY),
            Map.entry("w", Unit.WEEK),
            Map.entry("week", Unit.WEEK),
            Map.entry("mo", Unit.MONTH),
            Map.entry("mon", Unit.MONTH),
            Map.entry("month", Unit.MONTH),
            Map.entry("q", Unit.QUARTER),
            Map.entry("qtr", Unit.QUARTER),
            Map.entry("quarter", Unit.QUARTER),
            Map.entry("y", Unit.YEAR),
            Map.entry("yr", Unit.YEAR),
            Map.entry("year", Unit.YEAR));

    /** Reads {@code 5m}, {@code 1hour}, {@code 2days}; empty if it is none. */
    static Optional<Period> of(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 9) {
            return Optional.empty();
        }
        long amount = Long.parseLong(text.substring(0, digits));
        String name = text.substring(digits).toLowerCase(Locale.ROOT);
        Unit unit = UNITS.get(name);
        if (unit == null && name.length() > 2 && name.endsWith("s")) {
            unit = UNITS.get(name.substring(0, name.length() - 1));
        }
        return unit == null || amount == 0 ? Optional.empty() : Optional.of(new Period(amount, unit));
    }
}
