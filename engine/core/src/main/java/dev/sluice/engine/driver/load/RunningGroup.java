package dev.sluice.engine.driver.load;

import dev.sluice.engine.traffic.ArrivalSchedule;
import dev.sluice.engine.traffic.ClientGroup;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.atomic.AtomicLong;

/** One client group during a run: its fire times, its request as bytes, and what became of every one. */
final class RunningGroup {
    private static final String OVER_QUOTA = "LimitExceededException";

    private final ClientGroup group;
    private final ArrivalSchedule schedule;
    private final ByteBuf request;
    private final Latencies response = new Latencies();
    private final AtomicLong intended = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong ok = new AtomicLong();
    private final AtomicLong throttled = new AtomicLong();
    private final AtomicLong overQuota = new AtomicLong();
    private final AtomicLong clientErrors = new AtomicLong();
    private final AtomicLong serverErrors = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    /** Used by the pacing thread only; nanoseconds since the start of the run. */
    private long dueNanos;

    RunningGroup(ClientGroup group, LoadTarget target, long seed) {
        this.group = group;
        schedule = group.arrivals().schedule(seed);
        request = WireRequest.encode(group.request(), target);
        dueNanos = schedule.nextNanos();
    }

    String name() {
        return group.name();
    }

    long timeoutNanos() {
        return group.timeoutNanos();
    }

    boolean isHead() {
        return group.request().method().equals("HEAD");
    }

    /** The request on the wire; nobody need release it. */
    ByteBuf request() {
        return request.duplicate();
    }

    /** When the next request is due, nanoseconds since the start of the run. */
    long dueNanos() {
        return dueNanos;
    }

    /** The request that was due has been taken. */
    void advance() {
        intended.incrementAndGet();
        dueNanos = schedule.nextNanos();
    }

    void changeRate(double perSecond, long nowNanos) {
        schedule.changeRate(perSecond, nowNanos);
        if (dueNanos > nowNanos) {
            dueNanos = schedule.nextNanos();
        }
    }

    void sent() {
        sent.incrementAndGet();
    }

    void failed() {
        failed.incrementAndGet();
    }

    void dropped() {
        dropped.incrementAndGet();
    }

    /** @param errorType value of {@code x-amzn-ErrorType}, empty if there is none */
    void answered(int status, String errorType, long responseNanos) {
        response.note(responseNanos);
        if (status == 429) {
            (errorType.startsWith(OVER_QUOTA) ? overQuota : throttled).incrementAndGet();
        } else if (status < 400) {
            ok.incrementAndGet();
        } else {
            (status < 500 ? clientErrors : serverErrors).incrementAndGet();
        }
    }

    /** Read from the end of a request's way to its start, so that no sum is ever larger than what it is part of. */
    GroupCounts counts() {
        long failedYet = failed.get();
        long okYet = ok.get();
        long throttledYet = throttled.get();
        long overQuotaYet = overQuota.get();
        long clientErrorsYet = clientErrors.get();
        long serverErrorsYet = serverErrors.get();
        long sentYet = sent.get();
        long droppedYet = dropped.get();
        long intendedYet = intended.get();
        return new GroupCounts(
                group.name(),
                intendedYet,
                sentYet,
                okYet,
                throttledYet,
                overQuotaYet,
                clientErrorsYet,
                serverErrorsYet,
                failedYet,
                droppedYet,
                response.summary());
    }
}
