package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.definition.QuotaSettings;
import java.util.ArrayDeque;
import java.util.Deque;

/** A quota's days with requests, the latest {@value #KEPT}. Counting costs a comparison unless a day has begun. */
final class QuotaDays {
    static final int KEPT = 366;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private final Deque<QuotaDay> past = new ArrayDeque<>();
    private long today = Long.MIN_VALUE;
    private long todayEndsNanos = Long.MIN_VALUE;
    private long used;
    private long remaining;

    /** Days since 1970-01-01. */
    static long day(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_DAY);
    }

    /** Notes a request; times never go back. */
    void count(long nowNanos) {
        turnTo(nowNanos);
        used++;
    }

    /** Notes what the quota has left. */
    void left(long nowNanos, long newRemaining) {
        turnTo(nowNanos);
        remaining = newRemaining;
    }

    /** Requests on that day. */
    long used(long day) {
        if (day == today) {
            return used;
        }
        for (QuotaDay known : past) {
            if (known.day() == day) {
                return known.used();
            }
        }
        return 0;
    }

    /** What was left at the end of that day. */
    long remaining(long day, QuotaSettings settings) {
        QuotaDay latest = day >= today ? new QuotaDay(today, used, remaining) : latestUpTo(day);
        if (latest.day() == Long.MIN_VALUE) {
            return Math.max(0, settings.limit() - settings.offset());
        }
        boolean samePeriod =
                CalendarPeriod.endNanos(settings.period(), latest.day() * NANOS_PER_DAY) > day * NANOS_PER_DAY;
        return samePeriod ? latest.remaining() : settings.limit();
    }

    private QuotaDay latestUpTo(long day) {
        QuotaDay latest = new QuotaDay(Long.MIN_VALUE, 0, 0);
        for (QuotaDay known : past) {
            if (known.day() <= day) {
                latest = known;
            }
        }
        return latest;
    }

    private void turnTo(long nowNanos) {
        if (nowNanos < todayEndsNanos) {
            return;
        }
        if (today != Long.MIN_VALUE) {
            past.addLast(new QuotaDay(today, used, remaining));
        }
        if (past.size() >= KEPT) {
            past.removeFirst();
        }
        today = day(nowNanos);
        todayEndsNanos = (today + 1) * NANOS_PER_DAY;
        used = 0;
    }
}
