package dev.sluice.engine.observation.insights.evaluation;

import dev.sluice.engine.observation.insights.syntax.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * Cuts time into periods, in UTC. Milliseconds to days count from 1970-01-01; weeks start on Monday, months, quarters
 * and years with the calendar (AWS does not state where a week starts).
 */
final class Calendar {
    private Calendar() {}

    /** Start of the period that holds the time; both in milliseconds since 1970-01-01T00:00Z. */
    static long floor(long millis, Period period) {
        long amount = period.amount();
        return switch (period.unit()) {
            case MILLISECOND -> fixed(millis, amount);
            case SECOND -> fixed(millis, amount * 1_000);
            case MINUTE -> fixed(millis, amount * 60_000);
            case HOUR -> fixed(millis, amount * 3_600_000);
            case DAY -> fixed(millis, amount * 86_400_000);
            case WEEK -> {
                LocalDate monday = date(millis).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                long weeks = Math.floorDiv(monday.toEpochDay() + 3, 7L);
                yield start(LocalDate.ofEpochDay(Math.floorDiv(weeks, amount) * amount * 7 - 3));
            }
            case MONTH -> months(millis, amount);
            case QUARTER -> months(millis, 3 * amount);
            case YEAR -> months(millis, 12 * amount);
        };
    }

    /** End of the period that holds the time, or the time itself if a period starts there. */
    static long ceiling(long millis, Period period) {
        long floor = floor(millis, period);
        return floor == millis ? millis : next(floor, period);
    }

    private static long next(long floor, Period period) {
        long amount = period.amount();
        return switch (period.unit()) {
            case MILLISECOND -> floor + amount;
            case SECOND -> floor + amount * 1_000;
            case MINUTE -> floor + amount * 60_000;
            case HOUR -> floor + amount * 3_600_000;
            case DAY -> floor + amount * 86_400_000;
            case WEEK -> start(date(floor).plusWeeks(amount));
            case MONTH -> start(date(floor).plusMonths(amount));
            case QUARTER -> start(date(floor).plusMonths(3 * amount));
            case YEAR -> start(date(floor).plusYears(amount));
        };
    }

    private static long fixed(long millis, long length) {
        return Math.floorDiv(millis, length) * length;
    }

    private static long months(long millis, long length) {
        LocalDate date = date(millis);
        long months = (date.getYear() - 1970L) * 12 + date.getMonthValue() - 1;
        return start(LocalDate.of(1970, 1, 1).plusMonths(Math.floorDiv(months, length) * length));
    }

    private static LocalDate date(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static long start(LocalDate date) {
        return date.toEpochDay() * 86_400_000L;
    }
}
