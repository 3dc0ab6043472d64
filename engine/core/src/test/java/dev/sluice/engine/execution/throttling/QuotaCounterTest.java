package dev.sluice.engine.execution.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.QuotaSettings.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuotaCounterTest {
    @ParameterizedTest
    @CsvSource({
        "DAY,   2026-11-24T09:15:00Z,           2026-11-25T00:00:00Z",
        "DAY,   2026-11-24T23:59:59.999999999Z, 2026-11-25T00:00:00Z",
        "DAY,   2026-11-25T00:00:00Z,           2026-11-26T00:00:00Z",
        "WEEK,  2026-11-24T09:15:00Z,           2026-11-30T00:00:00Z",
        "WEEK,  2026-11-29T23:59:59Z,           2026-11-30T00:00:00Z",
        "WEEK,  2026-11-30T00:00:00Z,           2026-12-07T00:00:00Z",
        "WEEK,  1970-01-01T00:00:00Z,           1970-01-05T00:00:00Z",
        "MONTH, 2026-11-24T09:15:00Z,           2026-12-01T00:00:00Z",
        "MONTH, 2026-12-31T23:59:59Z,           2027-01-01T00:00:00Z",
        "MONTH, 2028-02-29T12:00:00Z,           2028-03-01T00:00:00Z",
        "MONTH, 2027-02-28T12:00:00Z,           2027-03-01T00:00:00Z",
        "MONTH, 2100-02-28T23:00:00Z,           2100-03-01T00:00:00Z",
    })
    void aPeriodEndsWithTheCalendarInUtc(Period period, String now, String resetsAt) {
        assertEquals(nanos(resetsAt), counter(5, 0, period).resetsAtNanos(nanos(now)));
    }

    @ParameterizedTest
    @EnumSource
    void thePeriodsOfTwoCenturiesAreThoseOfTheCalendar(Period period) {
        var random = new SplittableRandom(17);
        for (int i = 0; i < 20_000; i++) {
            long now = random.nextLong(nanos("2262-03-31T23:59:59Z"));
            assertEquals(endByCounting(period, now), CalendarPeriod.endNanos(period, now), () -> period + " at " + now);
        }
    }

    /** Goes forward a day at a time until a period begins. */
    private static long endByCounting(Period period, long nowNanos) {
        ZonedDateTime day = Instant.ofEpochSecond(0, nowNanos)
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1);
        while (!begins(period, day)) {
            day = day.plusDays(1);
        }
        return day.toEpochSecond() * 1_000_000_000L;
    }

    private static boolean begins(Period period, ZonedDateTime day) {
        return switch (period) {
            case DAY -> true;
            case WEEK -> day.getDayOfWeek().getValue() == 1;
            case MONTH -> day.getDayOfMonth() == 1;
        };
    }

    @Test
    void theLimitHoldsInEachPeriod() {
        QuotaCounter counter = counter(3, 0, Period.DAY);
        for (String day : new String[] {"2026-11-24", "2026-11-25", "2027-03-01"}) {
            long now = nanos(day + "T12:00:00Z");
            assertEquals(3, counter.remaining(now));
            for (int i = 0; i < 3; i++) {
                assertTrue(counter.take(now));
            }
            assertFalse(counter.take(now));
            assertFalse(counter.take(nanos(day + "T23:59:59.999999999Z")));
            assertEquals(3, counter.used(now));
            assertEquals(0, counter.remaining(now));
        }
    }

    @Test
    void theOffsetCountsInTheFirstPeriodOnly() {
        QuotaCounter counter = counter(10, 7, Period.MONTH);
        assertEquals(3, takenOf(20, counter, "2026-11-24T09:00:00Z"));
        assertEquals(10, takenOf(20, counter, "2026-12-01T00:00:00Z"));
        assertEquals(10, takenOf(20, counter, "2027-01-15T00:00:00Z"));
    }

    @Test
    void anOffsetAboveTheLimitLeavesNothingInTheFirstPeriod() {
        QuotaCounter counter = counter(2, 5, Period.DAY);
        assertEquals(0, counter.remaining(nanos("2026-11-24T09:00:00Z")));
        assertEquals(0, takenOf(3, counter, "2026-11-24T09:00:00Z"));
        assertEquals(2, counter.remaining(nanos("2026-11-25T09:00:00Z")));
    }

    @Test
    void aClockThatStepsBackStaysInThePeriod() {
        QuotaCounter counter = counter(2, 0, Period.DAY);
        assertEquals(1, takenOf(1, counter, "2026-11-24T09:00:00Z"));
        assertEquals(1, takenOf(5, counter, "2026-11-20T09:00:00Z"));
        assertEquals(nanos("2026-11-25T00:00:00Z"), counter.resetsAtNanos(nanos("2026-11-20T09:00:00Z")));
    }

    @Test
    void readingChangesNothing() {
        QuotaCounter counter = counter(5, 2, Period.DAY);
        assertEquals(3, counter.remaining(nanos("2030-01-01T00:00:00Z")));
        assertEquals(1, takenOf(1, counter, "2026-11-24T09:00:00Z"));
        assertEquals(5, counter.remaining(nanos("2026-11-25T00:00:00Z")));
        assertEquals(0, counter.used(nanos("2026-11-25T00:00:00Z")));
        assertEquals(2, counter.remaining(nanos("2026-11-24T10:00:00Z")));
        assertEquals(2, takenOf(5, counter, "2026-11-24T11:00:00Z"));
    }

    @Test
    void aNewQuotaKeepsTheCount() {
        QuotaCounter counter = counter(5, 0, Period.DAY);
        assertEquals(4, takenOf(4, counter, "2026-11-24T09:00:00Z"));
        counter.change(new QuotaSettings(6, 0, Period.WEEK), nanos("2026-11-24T10:00:00Z"));
        assertEquals(2, takenOf(9, counter, "2026-11-29T00:00:00Z"));
        assertEquals(6, takenOf(9, counter, "2026-11-30T00:00:00Z"));
    }

    private static int takenOf(int requests, QuotaCounter counter, String now) {
        int taken = 0;
        for (int i = 0; i < requests; i++) {
            taken += counter.take(nanos(now)) ? 1 : 0;
        }
        return taken;
    }

    private static QuotaCounter counter(long limit, long offset, Period period) {
        return new QuotaCounter(new QuotaId("plan", "key"), new QuotaSettings(limit, offset, period));
    }

    private static long nanos(String instant) {
        Instant parsed = Instant.parse(instant);
        return parsed.getEpochSecond() * 1_000_000_000L + parsed.getNano();
    }
}
