package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.definition.QuotaSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests one key has made in the current period of its plan's quota.
 *
 * <p>Periods are those of the calendar in UTC: a day, a week from Monday, a month from the first. The offset is
 * subtracted from the limit in the first period, the one of the first request, and never again (<a
 * href="https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html">QuotaSettings</a>). A clock that
 * steps back counts as standing still.
 *
 * <p>Not safe for two threads: {@link Throttle} and {@link QuotaTable} let one in at a time. Times are nanoseconds
 * since 1970-01-01T00:00Z.
 */
public final class QuotaCounter {
    private static final long NOT_STARTED = Long.MAX_VALUE;

    private final QuotaId id;
    private QuotaSettings settings;
    private long used;
    private long extension;
    private boolean inFirstPeriod = true;
    private long lastNanos;
    private long resetsAtNanos = NOT_STARTED;
    private final QuotaDays days = new QuotaDays();

    public QuotaCounter(QuotaId id, QuotaSettings settings) {
        this.id = id;
        this.settings = settings;
    }

    public QuotaId id() {
        return id;
    }

    public QuotaSettings settings() {
        return settings;
    }

    /** Counts a request, unless the quota is used up. */
    public boolean take(long nowNanos) {
        settle(nowNanos);
        if (!hasRoom()) {
            return false;
        }
        count();
        return true;
    }

    /** Requests counted in the period of that instant. */
    public long used(long nowNanos) {
        return isOver(nowNanos) ? 0 : used;
    }

    /** Requests the period of that instant still has room for, 0 or more. */
    public long remaining(long nowNanos) {
        return isOver(nowNanos) ? allowed(false) : room();
    }

    /**
     * What was used on each of some days and what remained at their ends; today's as it is now. A day without requests
     * shows what the one before left, or the whole quota if a period began.
     *
     * @param fromDay days since 1970-01-01
     * @param toDay the last day
     */
    public List<QuotaDay> days(long fromDay, long toDay, long nowNanos) {
        long today = QuotaDays.day(nowNanos);
        var shown = new ArrayList<QuotaDay>();
        for (long day = fromDay; day <= toDay; day++) {
            long remaining = day == today ? remaining(nowNanos) : days.remaining(day, settings);
            shown.add(new QuotaDay(day, days.used(day), remaining));
        }
        return shown;
    }

    /** Lets the key make so many more requests in the period of now, whatever it has used (UpdateUsage). */
    public void extend(long remaining, long nowNanos) {
        settle(nowNanos);
        extension += remaining - (allowed(inFirstPeriod) + extension - used);
        days.left(lastNanos, room());
    }

    private long room() {
        return Math.max(0, allowed(inFirstPeriod) + extension - used);
    }

    /** When the period after that of this instant starts. */
    public long resetsAtNanos(long nowNanos) {
        boolean running = resetsAtNanos != NOT_STARTED && !isOver(nowNanos);
        return running ? resetsAtNanos : CalendarPeriod.endNanos(settings.period(), nowNanos);
    }

    /** Starts the next period if its time has come. */
    void settle(long nowNanos) {
        if (isOver(nowNanos)) {
            used = 0;
            extension = 0;
            inFirstPeriod = false;
            resetsAtNanos = NOT_STARTED;
        }
        lastNanos = Math.max(lastNanos, nowNanos);
        if (resetsAtNanos == NOT_STARTED) {
            resetsAtNanos = CalendarPeriod.endNanos(settings.period(), lastNanos);
        }
    }

    /** Whether there is room at the instant of the last {@link #settle}. */
    boolean hasRoom() {
        return used < allowed(inFirstPeriod) + extension;
    }

    void count() {
        used++;
        days.count(lastNanos);
        days.left(lastNanos, room());
    }

    /** Goes over to another quota: the count stays, and counts in the period of the new length that runs now. */
    void change(QuotaSettings newSettings, long nowNanos) {
        boolean started = resetsAtNanos != NOT_STARTED;
        settings = newSettings;
        if (started) {
            settle(nowNanos);
            resetsAtNanos = CalendarPeriod.endNanos(newSettings.period(), lastNanos);
        }
    }

    private boolean isOver(long nowNanos) {
        return nowNanos >= resetsAtNanos;
    }

    private long allowed(boolean firstPeriod) {
        return firstPeriod ? settings.limit() - settings.offset() : settings.limit();
    }
}
