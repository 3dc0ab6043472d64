package dev.sluice.engine.execution.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.journal.BucketId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBucketTest {
    private static final long NOVEMBER_2026 = 1_795_000_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long YEAR = 31_556_952L * SECOND;
    private static final List<String> RATES = List.of(
            "0.0001",
            "0.1",
            "0.5",
            "1",
            "3",
            "7.25",
            "100",
            "333.33",
            "1234.56789",
            "9999",
            "10000",
            "99999.99",
            "123456789",
            "1E+9",
            "0");
    private static final List<Integer> BURSTS = List.of(0, 1, 2, 5, 100, 5000);

    @Test
    void everyDecisionIsThatOfExactFractions() {
        var random = new SplittableRandom(20261124);
        int decisions = 0;
        for (String rate : RATES) {
            for (int burst : BURSTS) {
                decisions += compare(new ThrottleSettings(rate, burst), random, 3_000);
            }
        }
        assertEquals(270_000, decisions);
    }

    private static int compare(ThrottleSettings settings, SplittableRandom random, int decisions) {
        TokenBucket bucket = bucket(settings);
        var oracle = new ExactBucket(settings);
        long nanosPerToken =
                (long) (SECOND / Math.max(1e-4, settings.rateLimit().doubleValue()));
        long now = NOVEMBER_2026;
        for (int i = 0; i < decisions; i++) {
            now = Math.min(now + gap(random, nanosPerToken), Long.MAX_VALUE - 1);
            String where = settings + " at " + now + ", decision " + i;
            assertEquals(oracle.nanosUntilPass(now), bucket.nanosUntilPass(now), where);
            assertEquals(oracle.nanosToFull(now), bucket.nanosToFull(now), where);
            assertEquals(oracle.tokens(now), bucket.tokens(now), 1e-15 * settings.burstLimit(), where);
            assertEquals(oracle.take(now), bucket.take(now), where);
        }
        return decisions;
    }

    /** From nothing to years, most often near the time that a token takes. */
    private static long gap(SplittableRandom random, long nanosPerToken) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> 0;
            case 4 -> 1;
            case 5 -> random.nextLong(1_000_000_000L);
            case 6 -> random.nextInt(100) == 0 ? random.nextLong(3 * YEAR) : 0;
            default -> random.nextLong(2 * nanosPerToken + 1);
        };
    }

    @Test
    void aBucketThatNeedsMoreDecimalsThanFitDecidesByTheFractionItStates() {
        var random = new SplittableRandom(7);
        for (String rate : List.of("333.3333333333333333", "0.123456789012345", "9999.999999999")) {
            var settings = new ThrottleSettings(rate, 5000);
            BucketLimit limit = BucketLimit.of(settings);
            TokenBucket bucket = bucket(settings);
            var oracle = new ExactBucket(
                    BigInteger.valueOf(limit.creditsPerTick()), BigInteger.valueOf(limit.creditsPerToken()), 5000);
            long now = NOVEMBER_2026;
            for (int i = 0; i < 20_000; i++) {
                now += gap(random, (long) (SECOND / settings.rateLimit().doubleValue()));
                assertEquals(oracle.nanosUntilPass(now), bucket.nanosUntilPass(now), rate);
                assertEquals(oracle.take(now), bucket.take(now), rate);
            }
        }
    }

    @Test
    void noWindowHoldsMoreThanBurstAndWhatTheRateAddsInIt() {
        var random = new SplittableRandom(11);
        for (String rate : List.of("0.5", "9.99", "100", "333.33", "9999")) {
            for (int burst : List.of(1, 10, 500)) {
                var settings = new ThrottleSettings(rate, burst);
                assertWindowBound(settings, admitted(settings, random));
            }
        }
    }

    private static List<Long> admitted(ThrottleSettings settings, SplittableRandom random) {
        TokenBucket bucket = bucket(settings);
        long nanosPerToken = (long) (SECOND / settings.rateLimit().doubleValue());
        var admitted = new ArrayList<Long>();
        for (long i = 0, now = NOVEMBER_2026; i < 20_000; i++) {
            now += random.nextInt(50) == 0 ? random.nextLong(20 * nanosPerToken) : random.nextLong(nanosPerToken);
            if (bucket.take(now)) {
                admitted.add(now);
            }
        }
        return admitted;
    }

    /** The highest workload of a queue served at the rate is the highest excess of any window (simulation F1). */
    private static void assertWindowBound(ThrottleSettings settings, List<Long> admitted) {
        BigInteger perNano = settings.rateLimit().movePointRight(2).toBigIntegerExact();
        BigInteger perToken = BigInteger.valueOf(100 * SECOND);
        BigInteger most = perToken.multiply(BigInteger.valueOf(settings.burstLimit()));
        BigInteger workload = BigInteger.ZERO;
        BigInteger highest = BigInteger.ZERO;
        long last = NOVEMBER_2026;
        for (long nanos : admitted) {
            BigInteger served = perNano.multiply(BigInteger.valueOf(nanos - last));
            workload = workload.subtract(served).max(BigInteger.ZERO).add(perToken);
            highest = highest.max(workload);
            last = nanos;
        }
        assertTrue(highest.compareTo(most) <= 0, settings + ": " + highest + " > " + most);
        assertTrue(highest.doubleValue() > 0.9 * most.doubleValue(), settings + " was never pressed to its bound");
    }

    @Test
    void constantTrafficIsFirstRefusedWhereTheFormulaSays() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            int rate = 1 + random.nextInt(2_000);
            int burst = 1 + random.nextInt(200);
            long periodNanos = random.nextLong((SECOND - 1) / rate);
            long refilledPerSecond = rate * periodNanos;
            long expected = Math.floorDiv((burst - 1) * SECOND, SECOND - refilledPerSecond) + 2;
            assertEquals(expected, firstRefused(rate, burst, periodNanos), rate + "/" + burst + " each " + periodNanos);
        }
    }

    private static long firstRefused(int rate, int burst, long periodNanos) {
        TokenBucket bucket = bucket(new ThrottleSettings(Integer.toString(rate), burst));
        long index = 1;
        while (bucket.take(NOVEMBER_2026 + (index - 1) * periodNanos)) {
            index++;
        }
        return index;
    }

    @Test
    void underOverloadBurstAndRateTimesTimePass() {
        TokenBucket bucket = bucket(new ThrottleSettings("9000", 5000));
        long periodNanos = SECOND / 12_000;
        long end = NOVEMBER_2026 + 300 * SECOND;
        for (long now = NOVEMBER_2026; now < end; now += periodNanos) {
            bucket.take(now);
        }
        assertEquals(5_000 + 9_000 * 300, bucket.passed(), 1);
    }

    @Test
    void aClockThatStepsBackCountsAsStandingStill() {
        TokenBucket bucket = bucket(new ThrottleSettings("10", 2));
        assertTrue(bucket.take(NOVEMBER_2026));
        assertTrue(bucket.take(NOVEMBER_2026));
        assertFalse(bucket.take(NOVEMBER_2026 + SECOND / 20));
        assertFalse(bucket.take(NOVEMBER_2026 - YEAR));
        assertEquals(0.5, bucket.tokens(NOVEMBER_2026 - YEAR));
        assertEquals(SECOND / 20, bucket.nanosUntilPass(NOVEMBER_2026 - YEAR));
        assertTrue(bucket.take(NOVEMBER_2026 + SECOND / 10));
    }

    @Test
    void readingChangesNothing() {
        TokenBucket read = bucket(new ThrottleSettings("0.3", 4));
        TokenBucket unread = bucket(new ThrottleSettings("0.3", 4));
        var random = new SplittableRandom(5);
        for (long i = 0, now = NOVEMBER_2026; i < 5_000; i++) {
            now += random.nextLong(4 * SECOND);
            read.tokens(now + random.nextLong(YEAR));
            read.nanosUntilPass(now + random.nextLong(YEAR));
            read.nanosToFull(now + random.nextLong(YEAR));
            assertEquals(unread.take(now), read.take(now));
        }
    }

    @Test
    void theStatedWaitIsTheShortestThatHelps() {
        TokenBucket bucket = bucket(new ThrottleSettings("1234.56789", 3));
        var random = new SplittableRandom(9);
        for (long i = 0, now = NOVEMBER_2026; i < 5_000; i++) {
            while (bucket.take(now)) {}
            long wait = bucket.nanosUntilPass(now);
            assertFalse(bucket.take(now + wait - 1));
            assertTrue(bucket.take(now + wait));
            now += wait + random.nextLong(SECOND / 500);
        }
    }

    @Test
    void aRateOfZeroOrABurstOfZeroRefusesEveryRequest() {
        for (var settings : List.of(
                new ThrottleSettings("0", 10), new ThrottleSettings("10", 0), new ThrottleSettings("0.00", 0))) {
            TokenBucket bucket = bucket(settings);
            assertFalse(bucket.take(NOVEMBER_2026));
            assertFalse(bucket.take(NOVEMBER_2026 + YEAR));
            assertEquals(0, bucket.tokens(NOVEMBER_2026 + YEAR));
            assertEquals(Long.MAX_VALUE, bucket.nanosUntilPass(NOVEMBER_2026));
            assertEquals(Long.MAX_VALUE, bucket.nanosToFull(NOVEMBER_2026));
            assertEquals(2, bucket.refused());
        }
    }

    @Test
    void aBucketThatFillsInCenturiesStillGetsItsTokensOnTime() {
        TokenBucket bucket = bucket(new ThrottleSettings("0.0001", 1_000_000_000));
        for (int i = 0; i < 1000; i++) {
            assertTrue(bucket.take(NOVEMBER_2026));
        }
        double taken = bucket.tokens(NOVEMBER_2026);
        assertEquals(1_000_000_000 - 1000, taken);
        assertEquals(taken + 1, bucket.tokens(NOVEMBER_2026 + 10_000 * SECOND), 1e-6);
        assertEquals(taken + 100, bucket.tokens(NOVEMBER_2026 + 1_000_000 * SECOND), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"100, 50, 30, 20", "100, 50, 10, 10", "100, 50, 500, 20", "7.77, 13, 13, 0", "0.1, 3, 1, 1"})
    void aNewLimitKeepsTheTokensCutToTheNewBurst(String rate, int burst, int newBurst, int left) {
        TokenBucket bucket = bucket(new ThrottleSettings(rate, burst));
        for (int i = left; i < burst; i++) {
            assertTrue(bucket.take(NOVEMBER_2026));
        }
        bucket.change(BucketLimit.of(new ThrottleSettings("3", newBurst)), NOVEMBER_2026);
        assertEquals(left, bucket.tokens(NOVEMBER_2026));
        assertEquals(burst - left, bucket.passed());
        assertEquals(Math.min(newBurst, left + 3), bucket.tokens(NOVEMBER_2026 + SECOND));
    }

    @Test
    void tokensAddedBeforeAChangeOfLimitCountAtTheOldRate() {
        TokenBucket bucket = bucket(new ThrottleSettings("10", 100));
        for (int i = 0; i < 100; i++) {
            bucket.take(NOVEMBER_2026);
        }
        bucket.change(BucketLimit.of(new ThrottleSettings("1000", 100)), NOVEMBER_2026 + SECOND);
        assertEquals(10, bucket.tokens(NOVEMBER_2026 + SECOND));
        assertEquals(15, bucket.tokens(NOVEMBER_2026 + SECOND + 5 * SECOND / 1000));
    }

    @Test
    void changingToTheSameLimitChangesNothing() {
        var settings = new ThrottleSettings("333.33", 7);
        TokenBucket changed = bucket(settings);
        TokenBucket left = bucket(settings);
        var random = new SplittableRandom(13);
        for (long i = 0, now = NOVEMBER_2026; i < 5_000; i++) {
            now += random.nextLong(SECOND / 200);
            changed.change(BucketLimit.of(settings), now);
            assertEquals(left.take(now), changed.take(now));
            assertEquals(left.tokens(now), changed.tokens(now));
        }
    }

    private static TokenBucket bucket(ThrottleSettings settings) {
        return new TokenBucket(BucketId.account(), BucketLimit.of(settings));
    }
}
