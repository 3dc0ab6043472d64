package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.journal.BucketId;
import java.math.BigInteger;

/**
 * One token bucket: it starts full, each request takes a token, and tokens come back at the limit's rate.
 *
 * <p>Its state is one number, the <em>debt</em>: the credits it lacks of being full. That is the generic cell rate
 * algorithm with the theoretical arrival time counted from the last instant the bucket saw, so nothing grows with the
 * age of the bucket and no gap between requests is too long. A clock that steps back counts as standing still.
 *
 * <p>Not safe for two threads: {@link Throttle} and {@link BucketTable} let one in at a time. Times are nanoseconds
 * since 1970-01-01T00:00Z.
 */
public final class TokenBucket {
    private final BucketId id;
    private BucketLimit limit;
    private long debt;
    private long lastTick;
    private long passed;
    private long refused;

    public TokenBucket(BucketId id, BucketLimit limit) {
        this.id = id;
        this.limit = limit;
    }

    public BucketId id() {
        return id;
    }

    public BucketLimit limit() {
        return limit;
    }

    /** Takes a token if there is a whole one, and counts the request as passed or refused. */
    public boolean take(long nowNanos) {
        settle(nowNanos);
        if (hasToken()) {
            pass();
            return true;
        }
        refuse();
        return false;
    }

    /**
     * Requests that took a token. One that another tier refused and that therefore cost nothing here is not counted.
     */
    public long passed() {
        return passed;
    }

    /** Requests this bucket refused. */
    public long refused() {
        return refused;
    }

    /** Whether any request was counted. */
    public boolean wasAsked() {
        return passed + refused > 0;
    }

    /** Tokens in the bucket, 0 to burst. */
    public double tokens(long nowNanos) {
        return limit.tokens(debtAt(nowNanos));
    }

    /** 0 if a request would pass, {@link Long#MAX_VALUE} if none ever will. */
    public long nanosUntilPass(long nowNanos) {
        return limit.nanosToToken(debtAt(nowNanos), notBefore(nowNanos));
    }

    /** 0 if full, {@link Long#MAX_VALUE} if it will never be. */
    public long nanosToFull(long nowNanos) {
        return limit.nanosToFull(debtAt(nowNanos), notBefore(nowNanos));
    }

    /** Brings the state to this instant and returns the debt; takes nothing. */
    long settle(long nowNanos) {
        long tick = nowNanos >> limit.tickShift();
        if (tick > lastTick) {
            debt -= Math.min(debt, limit.creditsAfter(tick - lastTick));
            lastTick = tick;
        }
        return debt;
    }

    /** Whether a request would pass at the instant of the last {@link #settle}. */
    boolean hasToken() {
        return debt <= limit.capacity() - limit.creditsPerToken();
    }

    /** Takes the token that {@link #hasToken} found. */
    void pass() {
        debt += limit.creditsPerToken();
        passed++;
    }

    void refuse() {
        refused++;
    }

    /** The debt at an instant, without changing anything. */
    private long debtAt(long nowNanos) {
        long ticks = (nowNanos >> limit.tickShift()) - lastTick;
        return ticks > 0 ? debt - Math.min(debt, limit.creditsAfter(ticks)) : debt;
    }

    private long notBefore(long nowNanos) {
        return Math.max(nowNanos, lastTick << limit.tickShift());
    }

    /** Goes over to another limit: the tokens stay, as many as the new burst holds; a part of a credit is lost. */
    void change(BucketLimit newLimit, long nowNanos) {
        settle(nowNanos);
        long seenNanos = notBefore(nowNanos);
        debt = newLimit.capacity() - Math.min(newLimit.capacity(), creditsUnder(newLimit));
        lastTick = seenNanos >> newLimit.tickShift();
        limit = newLimit;
    }

    private long creditsUnder(BucketLimit newLimit) {
        BigInteger credits = BigInteger.valueOf(limit.capacity() - debt)
                .multiply(BigInteger.valueOf(newLimit.creditsPerToken()))
                .divide(BigInteger.valueOf(limit.creditsPerToken()));
        return credits.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }
}
