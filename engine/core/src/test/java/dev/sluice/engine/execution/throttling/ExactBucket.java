package dev.sluice.engine.execution.throttling;

import dev.sluice.engine.definition.ThrottleSettings;
import java.math.BigInteger;

/**
 * The oracle: a token bucket by the textbook, a level that is filled up and drawn from, in fractions of any size. It
 * shares no line and no form with {@link TokenBucket}.
 */
final class ExactBucket {
    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

    private final BigInteger creditsPerNano;
    private final BigInteger creditsPerToken;
    private final BigInteger full;
    private final boolean closed;
    private BigInteger level;
    private long lastNanos;

    ExactBucket(ThrottleSettings settings) {
        this(
                settings.rateLimit().movePointRight(decimals(settings)).toBigIntegerExact(),
                BigInteger.TEN.pow(decimals(settings)).multiply(NANOS_PER_SECOND),
                settings.burstLimit());
    }

    private static int decimals(ThrottleSettings settings) {
        return Math.max(0, settings.rateLimit().scale());
    }

    ExactBucket(BigInteger creditsPerNano, BigInteger creditsPerToken, int burst) {
        this.creditsPerNano = creditsPerNano;
        this.creditsPerToken = creditsPerToken;
        closed = creditsPerNano.signum() == 0 || burst == 0;
        full = creditsPerToken.multiply(BigInteger.valueOf(burst));
        level = full;
    }

    boolean take(long nowNanos) {
        level = levelAt(nowNanos);
        lastNanos = Math.max(lastNanos, nowNanos);
        if (closed || level.compareTo(creditsPerToken) < 0) {
            return false;
        }
        level = level.subtract(creditsPerToken);
        return true;
    }

    double tokens(long nowNanos) {
        return closed
                ? 0
                : new java.math.BigDecimal(levelAt(nowNanos))
                        .divide(new java.math.BigDecimal(creditsPerToken), java.math.MathContext.DECIMAL128)
                        .doubleValue();
    }

    long nanosUntilPass(long nowNanos) {
        return closed ? Long.MAX_VALUE : nanosUntil(creditsPerToken, nowNanos);
    }

    long nanosToFull(long nowNanos) {
        return closed ? Long.MAX_VALUE : nanosUntil(full, nowNanos);
    }

    private long nanosUntil(BigInteger wanted, long nowNanos) {
        BigInteger missing = wanted.subtract(levelAt(nowNanos)).max(BigInteger.ZERO);
        BigInteger[] nanos = missing.divideAndRemainder(creditsPerNano);
        return nanos[0].longValueExact() + nanos[1].signum();
    }

    private BigInteger levelAt(long nowNanos) {
        BigInteger elapsed = BigInteger.valueOf(Math.max(0, nowNanos - lastNanos));
        return level.add(elapsed.multiply(creditsPerNano)).min(full);
    }
}
