package dev.sluice.engine.execution.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.journal.BucketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketTableTest {
    private static final long NOW = 1_795_000_000_000_000_000L;
    private static final BucketId FREE = BucketId.usagePlan("free", "key1");
    private static final BucketId GOLD = BucketId.usagePlan("gold", "key2");
    private static final BucketLimit TEN = BucketLimit.of(new ThrottleSettings("10", 10));
    private static final BucketLimit FOUR = BucketLimit.of(new ThrottleSettings("4", 4));

    private final BucketTable table = Throttle.forManyThreads().buckets();

    @Test
    void anIdHasOneBucket() {
        TokenBucket bucket = table.bucket(FREE, TEN);
        assertSame(bucket, table.bucket(BucketId.usagePlan("free", "key1"), FOUR));
        assertSame(TEN, bucket.limit());
        assertNotSame(bucket, table.bucket(GOLD, TEN));
    }

    @Test
    void bucketsAreReadInTheOrderInWhichTheyWereMadeOnceTheyWereAsked() {
        TokenBucket gold = table.bucket(GOLD, TEN);
        TokenBucket account = table.bucket(BucketId.account(), TEN);
        table.bucket(FREE, TEN);
        account.take(NOW);
        gold.take(NOW);
        assertEquals(List.of(GOLD, BucketId.account()), table.read(TokenBucket::id));
        assertEquals(List.of(9.0, 9.0), table.read(bucket -> bucket.tokens(NOW)));
    }

    @Test
    void anotherConfigurationKeepsTheTokensAndForgetsWhatItDoesNotName() {
        TokenBucket free = table.bucket(FREE, TEN);
        TokenBucket gold = table.bucket(GOLD, TEN);
        free.take(NOW);
        gold.take(NOW);
        Map<BucketId, BucketLimit> limits = Map.of(FREE, FOUR);
        table.reconfigure(id -> Optional.ofNullable(limits.get(id)), NOW);
        assertEquals(List.of(FREE), table.read(TokenBucket::id));
        assertSame(free, table.bucket(FREE, FOUR));
        assertEquals(4, free.tokens(NOW));
        assertEquals(1, free.passed());
        assertNotSame(gold, table.bucket(GOLD, TEN));
    }
}
