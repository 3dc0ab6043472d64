package dev.sluice.engine.execution;

import java.util.concurrent.atomic.AtomicLong;

/**
 * X-Ray's rule {@code Default}: the first request of each second, and 5 % of the others. Which others comes from the
 * gateway's seed. Safe for any number of threads.
 *
 * <p>See <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html">sampling rules</a>.
 */
final class SamplingRule {
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    /** 5 % of all 64-bit numbers, as an unsigned bound. */
    private static final long ONE_IN_TWENTY = Long.divideUnsigned(-1L, 20);

    private final AtomicLong newestSecond = new AtomicLong(Long.MIN_VALUE);

    /**
     * Whether to trace a request that nobody has decided about.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    boolean samples(RequestIds ids, long nowNanos) {
        long second = nowNanos / NANOS_A_SECOND;
        long newest = newestSecond.get();
        if (second > newest && newestSecond.compareAndSet(newest, second)) {
            return true;
        }
        return Long.compareUnsigned(ids.nextBits(), ONE_IN_TWENTY) < 0;
    }
}
