package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.definition.QuotaSettings.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Where the calendar's days, weeks and months end in UTC. */
final class CalendarPeriod {
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private CalendarPeriod() {}

    /**
     * The end of the period that an instant lies in: midnight, the midnight before Monday, or that before the first.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z, up to the last whole month a {@code long} holds: March 2262
     */
    static long endNanos(Period period, long nowNanos) {
        LocalDate today = LocalDate.ofEpochDay(Math.floorDiv(nowNanos, NANOS_PER_DAY));
        LocalDate next = switch (period) {
            case DAY -> today.plusDays(1);
            case WEEK -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> today.with(TemporalAdjusters.firstDayOfNextMonth());
        };
        return Math.multiplyExact(next.toEpochDay(), NANOS_PER_DAY);
    }
}
