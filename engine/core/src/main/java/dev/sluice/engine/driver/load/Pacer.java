package dev.sluice.engine.driver.load;

import dev.sluice.engine.driver.live.WallClock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Fires each group's requests at their intended times. It sleeps until shortly before one and then watches the clock:
 * the operating system wakes a thread some ten microseconds late, and a client's arrival should not depend on that.
 */
final class Pacer {
    private static final long WATCH_NANOS = 60_000;
    /** Below this a sleep would not be worth its wake-up. */
    private static final long SLEEP_NANOS = 80_000;

    private static final long LONGEST_SLEEP_NANOS = 50_000_000;

    private final List<RunningGroup> groups;
    private final Sender sender;
    private final WallClock clock;
    private final long startNanos;
    private final long durationNanos;
    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    private record Change(RunningGroup group, double perSecond) {}

    Pacer(List<RunningGroup> groups, Sender sender, WallClock clock, long startNanos, long durationNanos) {
        this.groups = groups;
        this.sender = sender;
        this.clock = clock;
        this.startNanos = startNanos;
        this.durationNanos = durationNanos;
    }

    /** Fires until the duration has passed, somebody stops it or the target is lost. Blocks its thread until then. */
    void play() {
        while (!stopped && !sender.isLost()) {
            long nowNanos = clock.nowNanos() - startNanos;
            applyChanges(nowNanos);
            RunningGroup next = next();
            long dueNanos = Math.min(next.dueNanos(), durationNanos);
            if (nowNanos < dueNanos) {
                pause(dueNanos - nowNanos);
            } else if (dueNanos == durationNanos) {
                return;
            } else {
                next.advance();
                sender.due(next, startNanos + dueNanos);
            }
        }
    }

    /** Takes effect at the next look at the clock, within {@link #WATCH_NANOS} or the wake-up the caller gives. */
    void changeRate(RunningGroup group, double perSecond) {
        changes.add(new Change(group, perSecond));
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    private void applyChanges(long nowNanos) {
        for (Change change = changes.poll(); change != null; change = changes.poll()) {
            change.group().changeRate(change.perSecond(), nowNanos);
        }
    }

    private RunningGroup next() {
        RunningGroup earliest = groups.get(0);
        for (int i = 1; i < groups.size(); i++) {
            if (groups.get(i).dueNanos() < earliest.dueNanos()) {
                earliest = groups.get(i);
            }
        }
        return earliest;
    }

    private static void pause(long nanos) {
        if (nanos > SLEEP_NANOS) {
            LockSupport.parkNanos(Math.min(nanos - WATCH_NANOS, LONGEST_SLEEP_NANOS));
        } else {
            Thread.onSpinWait();
        }
    }
}
