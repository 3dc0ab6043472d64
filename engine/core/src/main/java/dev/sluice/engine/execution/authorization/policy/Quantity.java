package dev.sluice.engine.execution.authorization.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Numbers and dates as conditions compare them. A value of a request that is none fits nothing. */
final class Quantity {
    private static final int LONGEST = 40;

    private Quantity() {}

    /** @param order what the comparison of the request's number with this one must give */
    static Operator.Test number(String wanted, IntPredicate order) throws BadPolicy {
        BigDecimal number = number(wanted)
                .orElseThrow(() -> new BadPolicy("\"" + wanted + "\" is no number, as the operator wants."));
        return (value, request) ->
                number(value).map(given -> order.test(given.compareTo(number))).orElse(false);
    }

    /** Dates are ISO 8601, or seconds since 1970-01-01T00:00Z. */
    static Operator.Test date(String wanted, IntPredicate order) throws BadPolicy {
        Instant date = date(wanted)
                .orElseThrow(() -> new BadPolicy(
                        "\"" + wanted + "\" is no date, as the operator wants; write it as 2026-01-31T12:00:00Z."));
        return (value, request) ->
                date(value).map(given -> order.test(given.compareTo(date))).orElse(false);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            BigDecimal number = text.length() > LONGEST ? null : new BigDecimal(text);
            return Optional.ofNullable(number).filter(value -> Math.abs((long) value.scale()) < 1_000);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> date(String text) {
        Optional<BigDecimal> seconds =
                number(text).filter(number -> number.abs().compareTo(BigDecimal.valueOf(1L << 36)) < 0);
        if (seconds.isPresent()) {
            return Optional.of(
                    Instant.ofEpochMilli(seconds.get().movePointRight(3).longValue()));
        }
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
