package dev.sluice.engine.bench;

import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.execution.throttling.BucketLimit;
import dev.sluice.engine.execution.throttling.Throttle;
import dev.sluice.engine.execution.throttling.TokenBucket;
import dev.sluice.engine.journal.BucketId;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** What is measured: our buckets and Bucket4j's, alone and as a chain of four, all with one limit. */
public enum Buckets {
    /** Every request passes: the dearest case. */
    HOT(1_000_000_000),
    /** An account's default limit, far exceeded. */
    API(10_000);

    private static final int BURST = 5_000;

    private final int tokensPerSecond;

    Buckets(int tokensPerSecond) {
        this.tokensPerSecond = tokensPerSecond;
    }

    TokenBucket one() {
        return new TokenBucket(BucketId.account(), limit());
    }

    TokenBucket[] four(Throttle throttle) {
        return new TokenBucket[] {
            throttle.buckets().bucket(BucketId.usagePlan("gold", "key1"), limit()),
            throttle.buckets().bucket(BucketId.method("a1b2c3d4e5", "prod", "/orders/GET"), limit()),
            throttle.buckets().bucket(BucketId.stage("a1b2c3d4e5", "prod"), limit()),
            throttle.buckets().bucket(BucketId.account(), limit())
        };
    }

    private BucketLimit limit() {
        return BucketLimit.of(new ThrottleSettings(Integer.toString(tokensPerSecond), BURST));
    }

    /** Bucket4j's default: lock-free, here with nanoseconds as ours. */
    Bucket bucket4j() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(BURST)
                        .refillGreedy(tokensPerSecond, Duration.ofSeconds(1))
                        .build())
                .withNanosecondPrecision()
                .build();
    }
}
