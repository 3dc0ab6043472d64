package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.definition.ThrottleSettings;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A rate and a burst as exact integers, shared by all buckets that have them.
 *
 * <p>A rate of p/q tokens a second is p credits a nanosecond when a token costs q·10⁹ credits; both are divided by
 * their greatest common divisor. Everything a bucket computes fits a {@code long} because a full bucket is kept to at
 * most 2⁶¹ credits. What that bound costs:
 *
 * <ul>
 *   <li>Nothing for a rate in whole tokens with any burst, nor for any rate whose token costs at most 2⁶¹/burst
 *       credits: with a burst of 5,000 that is five decimals.
 *   <li>A longer decimal is replaced by the last convergent of its continued fraction that fits. Its relative error is
 *       below burst/2⁶⁰, so below 2·10⁻⁹ for any burst and below 5·10⁻¹⁵ for a burst of 5,000.
 *   <li>A bucket that takes longer than 2⁶¹ ns (73 years) to fill sees time in ticks of 2ᵏ ns, the smallest that fit: a
 *       tick is under 10⁻¹⁸ of the time it takes to fill.
 *   <li>A rate above burst tokens a nanosecond counts as that, which no caller can tell apart; one below a token in 73
 *       years counts as that.
 * </ul>
 *
 * <p>A rate of 0 or a burst of 0 refuses every request (data-plane section 6.2).
 */
public final class BucketLimit {
    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger MOST_CREDITS = BigInteger.ONE.shiftLeft(61);
    private static final BigInteger MOST_TICKS = BigInteger.ONE.shiftLeft(61);
    private static final BigDecimal SLOWEST_RATE = new BigDecimal(NANOS_PER_SECOND).divide(new BigDecimal(MOST_TICKS));

    private final ThrottleSettings settings;
    private final int tickShift;
    private final long creditsPerTick;
    private final long creditsPerToken;
    private final long capacity;
    private final long ticksToFill;

    private BucketLimit(ThrottleSettings settings, int tickShift, Fraction tokensPerTick) {
        this.settings = settings;
        this.tickShift = tickShift;
        creditsPerTick = tokensPerTick.numerator().longValueExact();
        creditsPerToken = tokensPerTick.denominator().longValueExact();
        capacity = creditsPerTick == 0 ? 0 : Math.multiplyExact(settings.burstLimit(), creditsPerToken);
        ticksToFill = ticksFor(capacity);
    }

    public static BucketLimit of(ThrottleSettings settings) {
        if (settings.rateLimit().signum() == 0 || settings.burstLimit() == 0) {
            return new BucketLimit(settings, 0, new Fraction(BigInteger.ZERO, BigInteger.ONE));
        }
        BigInteger burst = BigInteger.valueOf(settings.burstLimit());
        BigDecimal fastestRate = new BigDecimal(burst.multiply(NANOS_PER_SECOND));
        BigDecimal rate = settings.rateLimit().max(SLOWEST_RATE).min(fastestRate);
        Fraction tokensPerNano = Fraction.of(rate).dividedBy(NANOS_PER_SECOND);
        int shift = 0;
        while (ticksToFill(burst, tokensPerNano, shift).compareTo(MOST_TICKS) > 0) {
            shift++;
        }
        Fraction tokensPerTick = tokensPerNano.times(BigInteger.ONE.shiftLeft(shift));
        return new BucketLimit(settings, shift, tokensPerTick.withDenominatorAtMost(MOST_CREDITS.divide(burst)));
    }

    private static BigInteger ticksToFill(BigInteger burst, Fraction tokensPerNano, int shift) {
        BigInteger credits = burst.multiply(tokensPerNano.denominator());
        return ceil(credits, tokensPerNano.numerator().shiftLeft(shift));
    }

    private static BigInteger ceil(BigInteger dividend, BigInteger divisor) {
        return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }

    /** The rate and burst this was made from. */
    public ThrottleSettings settings() {
        return settings;
    }

    /** Whether this refuses every request. */
    public boolean isClosed() {
        return capacity == 0;
    }

    /** Length of a tick is 2 to this power, in nanoseconds; 0 unless the bucket takes longer than 73 years to fill. */
    int tickShift() {
        return tickShift;
    }

    /** Credits added each tick, 0 to 2⁶¹; 0 if closed. */
    long creditsPerTick() {
        return creditsPerTick;
    }

    /** Credits a request takes, 1 to 2⁶¹. */
    long creditsPerToken() {
        return creditsPerToken;
    }

    /** Credits in a full bucket, at most 2⁶¹; 0 if closed. */
    long capacity() {
        return capacity;
    }

    /** Credits added in {@code ticks}, never more than a full bucket. */
    long creditsAfter(long ticks) {
        return ticks >= ticksToFill ? capacity : ticks * creditsPerTick;
    }

    /**
     * Tokens in a bucket that lacks {@code debt} credits of being full, 0 to burst; never rounded up to a whole one.
     */
    double tokens(long debt) {
        long credits = capacity - debt;
        long whole = credits / creditsPerToken;
        double part = (double) (credits % creditsPerToken) / creditsPerToken;
        return Math.min(whole + part, Math.nextDown(whole + 1.0));
    }

    /**
     * Nanoseconds until a bucket that lacks {@code debt} credits holds a whole token.
     *
     * @param nowNanos the instant of that debt
     * @return 0 if it does, {@link Long#MAX_VALUE} if it never will
     */
    long nanosToToken(long debt, long nowNanos) {
        return isClosed() ? Long.MAX_VALUE : nanosFor(debt + creditsPerToken - capacity, nowNanos);
    }

    /** Nanoseconds until a bucket that lacks {@code debt} credits is full; {@link Long#MAX_VALUE} if closed. */
    long nanosToFull(long debt, long nowNanos) {
        return isClosed() ? Long.MAX_VALUE : nanosFor(debt, nowNanos);
    }

    private long nanosFor(long credits, long nowNanos) {
        if (credits <= 0) {
            return 0;
        }
        long sinceTick = nowNanos & ((1L << tickShift) - 1);
        long ticks = ticksFor(credits);
        return ticks > Long.MAX_VALUE >> tickShift ? Long.MAX_VALUE : (ticks << tickShift) - sinceTick;
    }

    private long ticksFor(long credits) {
        return creditsPerTick == 0 ? 0 : Math.ceilDiv(credits, creditsPerTick);
    }

    @Override
    public String toString() {
        return settings.rateLimit().toPlainString() + "/s, burst " + settings.burstLimit();
    }
}
