package dev.sluice.engine.bench;

import dev.sluice.engine.Engine;
import dev.sluice.engine.bench.gateway.MeasuredApi;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whole requests through the gateway in virtual time, without sockets: one thread, a request every 50 ns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestBenchmark {
    private static final long START_NANOS = 1_795_000_000_000_000_000L;
    private static final long PERIOD_NANOS = 50;

    private static final HttpRequest MOCK = new HttpRequest(
            "GET",
            MeasuredApi.PATH,
            Headers.of("Host", "127.0.0.1:4567", "Accept", "*/*", "x-api-key", MeasuredApi.KEY),
            Body.EMPTY,
            "127.0.0.1");

    private static final HttpRequest FUNCTION = new HttpRequest(
            "POST",
            MeasuredApi.FUNCTION_PATH + "?dry=true&tag=a&tag=b",
            Headers.of(
                    "Host",
                    "127.0.0.1:4567",
                    "Accept",
                    "application/json",
                    "User-Agent",
                    "bench/1.0",
                    "Content-Type",
                    "application/json",
                    "Content-Length",
                    "44",
                    "X-Request-Source",
                    "benchmark"),
            Body.utf8("{\"item\":\"boots\",\"size\":43,\"colour\":\"black\"}"),
            "127.0.0.1");

    private final Engine engine = Engine.open(MeasuredApi.workspace(), Engine.Settings.startingAt(START_NANOS, 1));
    private long nowNanos = START_NANOS;

    /** A whole request: MOCK, API key, four tiers, logging off. */
    @Benchmark
    public Step mockWithKeyAndFourTiers() {
        return engine.gateway().open(MOCK).begin(nowNanos += PERIOD_NANOS);
    }

    /** From the request to the call of its function: routing, the account's tier, the event. */
    @Benchmark
    public Step proxyEvent() {
        return engine.gateway().open(FUNCTION).begin(nowNanos += PERIOD_NANOS);
    }
}
