package dev.sluice.engine.execution.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.BehaviourProfile.Charging;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.journal.ThrottleTier;
import dev.sluice.engine.journal.TierReading;
import dev.sluice.engine.journal.TierReading.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThrottleTest {
    private static final long NOW = 1_795_000_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final TokenBucket[] NO_TIERS = {};

    private final Throttle throttle = Throttle.forManyThreads();
    private final TokenBucket plan = bucket(BucketId.usagePlan("silver", "key1"), "2", 3);
    private final TokenBucket stage = bucket(BucketId.stage("a1b2c3d4e5", "prod"), "10", 5);
    private final TokenBucket account = bucket(BucketId.account(), "100", 10);
    private final TokenBucket[] tiers = {plan, stage, account};

    private TokenBucket bucket(BucketId id, String rate, int burst) {
        return throttle.buckets().bucket(id, limit(rate, burst));
    }

    private static BucketLimit limit(String rate, int burst) {
        return BucketLimit.of(new ThrottleSettings(rate, burst));
    }

    @ParameterizedTest
    @EnumSource
    void anAdmittedRequestTakesATokenOfEachTier(Charging charging) {
        Admission admission = throttle.admit(null, tiers, charging, NOW);
        assertTrue(admission.admitted());
        assertEquals(Optional.empty(), admission.refusedBy());
        assertEquals(
                List.of(
                        new TierReading(plan.id(), plan.limit().settings(), Result.PASSED, 3, 2, 0),
                        new TierReading(stage.id(), stage.limit().settings(), Result.PASSED, 5, 4, 0),
                        new TierReading(account.id(), account.limit().settings(), Result.PASSED, 10, 9, 0)),
                admission.readings());
    }

    @Test
    void aRefusalSaysWhichTierHowManyTokensAndHowLong() {
        for (int i = 0; i < 5; i++) {
            stage.take(NOW);
        }
        Admission admission = throttle.admit(null, tiers, Charging.ALL_OR_NOTHING, NOW + SECOND / 40);
        assertFalse(admission.admitted());
        assertEquals(
                List.of(Result.PASSED, Result.REFUSED, Result.NOT_REACHED),
                admission.readings().stream().map(TierReading::result).toList());
        TierReading refusal = admission.refusedBy().orElseThrow();
        assertEquals(ThrottleTier.STAGE, refusal.bucket().tier());
        assertEquals(0.25, refusal.tokensBefore());
        assertEquals(0.25, refusal.tokensAfter());
        assertEquals(3 * SECOND / 40, refusal.nanosUntilPass());
        assertEquals(Optional.empty(), admission.overQuota());
    }

    @Test
    void allOrNothingChargesARefusedRequestNowhere() {
        emptyTheAccount();
        Admission admission = throttle.admit(null, tiers, Charging.ALL_OR_NOTHING, NOW);
        assertEquals(List.of(3.0, 5.0, 0.0), tokensAfter(admission));
        assertEquals(List.of(3.0, 5.0, 0.0), tokensNow());
        assertEquals(List.of(0L, 0L, 10L), List.of(plan.passed(), stage.passed(), account.passed()));
        assertEquals(List.of(0L, 0L, 1L), List.of(plan.refused(), stage.refused(), account.refused()));
    }

    @Test
    void sequentialChargingLeavesTheTokensOfTheTiersBeforeTheRefusalSpent() {
        emptyTheAccount();
        Admission admission = throttle.admit(null, tiers, Charging.SEQUENTIAL, NOW);
        assertEquals(List.of(2.0, 4.0, 0.0), tokensAfter(admission));
        assertEquals(List.of(2.0, 4.0, 0.0), tokensNow());
        assertEquals(List.of(1L, 1L, 10L), List.of(plan.passed(), stage.passed(), account.passed()));
    }

    private void emptyTheAccount() {
        for (int i = 0; i < 10; i++) {
            account.take(NOW);
        }
    }

    private static List<Double> tokensAfter(Admission admission) {
        return admission.readings().stream().map(TierReading::tokensAfter).toList();
    }

    private List<Double> tokensNow() {
        return List.of(plan.tokens(NOW), stage.tokens(NOW), account.tokens(NOW));
    }

    @Test
    void readingsStayAsTheyWereWhenTheBucketsGoOn() {
        Admission admission = throttle.admit(null, tiers, Charging.ALL_OR_NOTHING, NOW);
        List<TierReading> before = admission.readings();
        throttle.admit(null, tiers, Charging.ALL_OR_NOTHING, NOW + 1);
        throttle.buckets().reconfigure(id -> Optional.of(limit("1", 1)), NOW + 2);
        assertEquals(before, admission.readings());
    }

    @Test
    void withoutQuotaAndTiersEveryRequestPassesByOneSharedDecision() {
        Admission admission = throttle.admit(null, NO_TIERS, Charging.SEQUENTIAL, NOW);
        assertSame(Admission.UNLIMITED, admission);
        assertTrue(admission.admitted());
        assertEquals(List.of(), admission.readings());
    }

    @ParameterizedTest
    @EnumSource
    void aUsedUpQuotaRefusesBeforeAnyTier(Charging charging) {
        QuotaCounter quota = quota(1);
        assertTrue(throttle.admit(quota, tiers, charging, NOW).admitted());
        Admission admission = throttle.admit(quota, tiers, charging, NOW);
        assertFalse(admission.admitted());
        OverQuota over = admission.overQuota().orElseThrow();
        assertEquals(1, over.used());
        assertEquals(quota.resetsAtNanos(NOW), over.resetsAtNanos());
        assertEquals(Optional.empty(), admission.refusedBy());
        assertEquals(
                List.of(Result.NOT_REACHED, Result.NOT_REACHED, Result.NOT_REACHED),
                admission.readings().stream().map(TierReading::result).toList());
        assertEquals(List.of(2.0, 4.0, 9.0), tokensAfter(admission));
        assertEquals(0, plan.refused() + stage.refused() + account.refused());
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatTheThrottleRefusesDoesNotConsumeQuota(Charging charging) {
        QuotaCounter quota = quota(100);
        for (int i = 0; i < 20; i++) {
            throttle.admit(quota, tiers, charging, NOW);
        }
        assertEquals(3, quota.used(NOW));
    }

    @Test
    void aQuotaAloneIsEnough() {
        QuotaCounter quota = quota(1);
        assertTrue(throttle.admit(quota, NO_TIERS, Charging.ALL_OR_NOTHING, NOW).admitted());
        assertFalse(
                throttle.admit(quota, NO_TIERS, Charging.ALL_OR_NOTHING, NOW).admitted());
    }

    private QuotaCounter quota(long limit) {
        return throttle.quotas()
                .counter(new QuotaId("silver", "key1"), new QuotaSettings(limit, 0, QuotaSettings.Period.DAY));
    }

    @Test
    void underAllOrNothingTheOrderOfTheTiersDoesNotChangeWhoPasses() {
        for (int seed = 0; seed < 50; seed++) {
            List<Boolean> first = decisions(seed, 0, Charging.ALL_OR_NOTHING);
            for (int shuffle = 1; shuffle < 4; shuffle++) {
                assertEquals(first, decisions(seed, shuffle, Charging.ALL_OR_NOTHING), "seed " + seed);
            }
        }
    }

    @Test
    void underSequentialChargingTheOrderOfTheTiersDoesChangeWhoPasses() {
        assertFalse(decisions(1, 0, Charging.SEQUENTIAL).equals(decisions(1, 1, Charging.SEQUENTIAL)));
    }

    @Test
    void aThrottleForOneThreadDecidesAsOneForMany() {
        Throttle one = Throttle.forOneThread();
        TokenBucket[] same = new TokenBucket[tiers.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = one.buckets().bucket(tiers[i].id(), tiers[i].limit());
        }
        var random = new SplittableRandom(2);
        for (long i = 0, now = NOW; i < 10_000; i++) {
            now += random.nextLong(SECOND / 2);
            Admission expected = throttle.admit(null, tiers, Charging.SEQUENTIAL, now);
            assertEquals(
                    expected.readings(),
                    one.admit(null, same, Charging.SEQUENTIAL, now).readings());
        }
    }

    /** Three clients with a bucket each and two buckets they share, in an order shuffled for each client. */
    private static List<Boolean> decisions(int seed, int shuffle, Charging charging) {
        Throttle throttle = Throttle.forOneThread();
        var random = new SplittableRandom(seed);
        var chains = new ArrayList<TokenBucket[]>();
        for (int client = 0; client < 3; client++) {
            var chain = new ArrayList<>(List.of(
                    throttle.buckets().bucket(BucketId.usagePlan("p", "key" + client), limit("40", 10)),
                    throttle.buckets().bucket(BucketId.stage("a", "prod"), limit("70", 20)),
                    throttle.buckets().bucket(BucketId.account(), limit("60", 25))));
            Collections.shuffle(chain, new Random(31L * shuffle + client));
            chains.add(chain.toArray(TokenBucket[]::new));
        }
        var decisions = new ArrayList<Boolean>();
        for (long i = 0, now = NOW; i < 2_000; i++) {
            now += random.nextLong(SECOND / 60);
            TokenBucket[] chain = chains.get(Math.min(2, random.nextInt(6)));
            decisions.add(throttle.admit(null, chain, charging, now).admitted());
        }
        return decisions;
    }

    @Test
    void twoThreadsOnOneChainNeverGetMoreThanTheBoundAndEveryRequestIsCounted() throws Exception {
        int each = 100_000;
        long stepNanos = 5_000;
        Callable<Long> client = () -> {
            long admitted = 0;
            for (int i = 0; i < each; i++) {
                admitted += throttle.admit(null, tiers, Charging.ALL_OR_NOTHING, NOW + i * stepNanos)
                                .admitted()
                        ? 1
                        : 0;
            }
            return admitted;
        };
        long admitted = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var result : threads.invokeAll(List.of(client, client))) {
                admitted += result.get();
            }
        }
        double seconds = each * stepNanos / 1e9;
        assertTrue(admitted <= 3 + 2 * seconds, admitted + " admitted in " + seconds + " s");
        assertEquals(admitted, plan.passed());
        assertEquals(admitted, stage.passed());
        assertEquals(admitted, account.passed());
        assertEquals(2L * each, admitted + plan.refused() + stage.refused() + account.refused());
    }
}
