package dev.sluice.engine.bench;

import dev.sluice.engine.definition.BehaviourProfile.Charging;
import dev.sluice.engine.execution.throttling.Admission;
import dev.sluice.engine.execution.throttling.Throttle;
import dev.sluice.engine.execution.throttling.TokenBucket;
import io.github.bucket4j.Bucket;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** Live throttling: every decision reads the clock once, and the buckets may be asked by several threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SharedBucketsBenchmark {
    @Param
    public Buckets limit = Buckets.HOT;

    private Throttle throttle = Throttle.forManyThreads();
    private TokenBucket[] tiers = {};
    private Bucket bucket4j = limit.bucket4j();
    private Bucket[] fourOfBucket4j = {};

    @Setup
    public void make() {
        throttle = Throttle.forManyThreads();
        tiers = limit.four(throttle);
        bucket4j = limit.bucket4j();
        fourOfBucket4j = new Bucket[] {limit.bucket4j(), limit.bucket4j(), limit.bucket4j(), limit.bucket4j()};
    }

    @Benchmark
    public long clockAlone() {
        return System.nanoTime();
    }

    @Benchmark
    public Admission fourTiers() {
        return throttle.admit(null, tiers, Charging.ALL_OR_NOTHING, System.nanoTime());
    }

    @Benchmark
    @Threads(2)
    public Admission fourTiersByTwoThreads() {
        return throttle.admit(null, tiers, Charging.ALL_OR_NOTHING, System.nanoTime());
    }

    @Benchmark
    public boolean oneOfBucket4j() {
        return bucket4j.tryConsume(1);
    }

    @Benchmark
    @Threads(2)
    public boolean oneOfBucket4jByTwoThreads() {
        return bucket4j.tryConsume(1);
    }

    /** Four buckets asked in turn; unlike ours, a refusal leaves the tokens of those before it spent. */
    @Benchmark
    public boolean fourOfBucket4j() {
        return fourPass();
    }

    @Benchmark
    @Threads(2)
    public boolean fourOfBucket4jByTwoThreads() {
        return fourPass();
    }

    private boolean fourPass() {
        for (Bucket bucket : fourOfBucket4j) {
            if (!bucket.tryConsume(1)) {
                return false;
            }
        }
        return true;
    }
}
