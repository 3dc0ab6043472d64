package dev.sluice.engine.execution.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.ThrottleSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketLimitTest {
    @ParameterizedTest
    @CsvSource({
        "10000, 5000, 1, 100000",
        "9999, 5000, 9999, 1000000000",
        "0.1, 5000, 1, 10000000000",
        "333.33, 5000, 33333, 100000000000",
        "1234.56789, 5000, 123456789, 100000000000000",
        "1E+9, 1, 1, 1",
        "9999, 2147483647, 9999, 1000000000",
    })
    void aRateIsAFractionInLowestTerms(String rate, int burst, long creditsPerTick, long creditsPerToken) {
        BucketLimit limit = BucketLimit.of(new ThrottleSettings(rate, burst));
        assertEquals(creditsPerTick, limit.creditsPerTick());
        assertEquals(creditsPerToken, limit.creditsPerToken());
        assertEquals(burst * creditsPerToken, limit.capacity());
        assertEquals(0, limit.tickShift());
    }

    @Test
    void aDecimalTooLongToBeExactIsOffByLessThanTheStatedBound() {
        for (String rate : List.of("333.3333333333333333", "0.1234567890123456789", "9999.999999999", "1E-15", "3.7")) {
            for (int burst : List.of(1, 5000, 1_000_000, Integer.MAX_VALUE)) {
                var settings = new ThrottleSettings(rate, burst);
                BigDecimal error = relativeError(settings);
                double bound = burst / Math.pow(2, 60);
                assertTrue(error.doubleValue() <= bound, settings + " is off by " + error + ", bound " + bound);
            }
        }
    }

    private static BigDecimal relativeError(ThrottleSettings settings) {
        BucketLimit limit = BucketLimit.of(settings);
        var exact = new MathContext(60);
        BigDecimal ticksPerSecond =
                BigDecimal.valueOf(1_000_000_000).divide(BigDecimal.valueOf(2).pow(limit.tickShift()));
        BigDecimal rate = BigDecimal.valueOf(limit.creditsPerTick())
                .multiply(ticksPerSecond)
                .divide(BigDecimal.valueOf(limit.creditsPerToken()), exact);
        BigDecimal slowest =
                BigDecimal.valueOf(1_000_000_000).divide(BigDecimal.valueOf(2).pow(61));
        BigDecimal asked = settings.rateLimit().max(slowest);
        return rate.subtract(asked).abs().divide(asked, exact);
    }

    @Test
    void nothingOverflowsAtTheEdges() {
        for (String rate : List.of("1E-999999999", "1E-30", "0.0001", "1", "2147483647", "1E+30", "1E+999999999")) {
            for (int burst : List.of(1, 2, 5000, Integer.MAX_VALUE)) {
                BucketLimit limit = BucketLimit.of(new ThrottleSettings(rate, burst));
                assertTrue(limit.creditsPerTick() >= 1 && limit.creditsPerToken() >= 1, limit::toString);
                assertTrue(limit.capacity() > 0 && limit.capacity() <= 1L << 61, limit::toString);
                assertEquals(limit.capacity(), limit.creditsAfter(Long.MAX_VALUE));
                assertEquals(burst, limit.tokens(0));
                assertTrue(limit.nanosToFull(limit.capacity(), 1) > 0, limit::toString);
            }
        }
    }

    @Test
    void aPartOfATokenIsNeverShownAsAWholeOne() {
        BucketLimit limit = BucketLimit.of(new ThrottleSettings("1E-9", 1));
        assertEquals(1.0, limit.tokens(0));
        assertTrue(limit.tokens(1) < 1.0);
    }
}
