package dev.sluice.engine.bench;

import dev.sluice.engine.definition.BehaviourProfile.Charging;
import dev.sluice.engine.execution.throttling.Throttle;
import dev.sluice.engine.execution.throttling.TokenBucket;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One thread in virtual time: the arithmetic alone, as a simulation pays for it. A request comes every 50 ns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BucketBenchmark {
    private static final long PERIOD_NANOS = 50;

    @Param
    public Buckets limit = Buckets.HOT;

    private final Throttle throttle = Throttle.forOneThread();
    private TokenBucket bucket = limit.one();
    private TokenBucket[] tiers = {};
    private long nowNanos = 1_795_000_000_000_000_000L;

    @Setup
    public void make() {
        bucket = limit.one();
        tiers = limit.four(throttle);
    }

    @Benchmark
    public boolean oneBucket() {
        return bucket.take(nowNanos += PERIOD_NANOS);
    }

    @Benchmark
    public boolean fourTiers() {
        return throttle.admit(null, tiers, Charging.ALL_OR_NOTHING, nowNanos += PERIOD_NANOS)
                .admitted();
    }
}
