package dev.sluice.app;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.journal.CacheUse;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.Place;
import dev.sluice.engine.journal.Refusal;
import dev.sluice.engine.journal.ThrottleDecision;
import dev.sluice.engine.journal.ThrottleTier;
import dev.sluice.engine.journal.TierReading;
import dev.sluice.engine.observation.snapshot.BucketReading;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Journal records and readings made by hand, for tests of what shows them. */
public final class Traffic {
    public static final long START_NANOS = 1_795_511_000_000_000_000L;

    private Traffic() {}

    public static ExchangeRecord ok(long sequence, String httpMethod, String path) {
        return exchange(sequence, httpMethod, path, 200, Optional.empty());
    }

    public static ExchangeRecord throttled(long sequence, String httpMethod, String path) {
        var limit = new ThrottleSettings("1", 2);
        var reading = new TierReading(
                BucketId.usagePlan("free", "free"), limit, TierReading.Result.REFUSED, 0.4, 0.4, 600_000_000L);
        var refusal =
                Refusal.of(GatewayResponseType.THROTTLED, "Too Many Requests", new Cause.Throttled(refusedBy(reading)));
        return exchange(sequence, httpMethod, path, 429, Optional.of(refusal));
    }

    public static ExchangeRecord notFound(long sequence, String path) {
        var refusal = Refusal.of(
                GatewayResponseType.MISSING_AUTHENTICATION_TOKEN,
                "Missing Authentication Token",
                new Cause.NoSuchMethod("GET", path));
        return exchange(sequence, "GET", path, 403, Optional.of(refusal));
    }

    public static ExchangeRecord timedOut(long sequence, String path) {
        var refusal = Refusal.of(
                GatewayResponseType.INTEGRATION_TIMEOUT,
                "Endpoint request timed out",
                new Cause.IntegrationTimedOut(29_000));
        return exchange(sequence, "GET", path, 504, Optional.of(refusal), "invocation-" + sequence);
    }

    public static EngineSnapshot snapshot(long nowNanos, long requests, long throttled) {
        return new EngineSnapshot(
                nowNanos,
                0,
                List.of(
                        bucket(BucketId.account(), "10000", 5_000, 4_988.2, requests, 0),
                        bucket(BucketId.stage(ArticleWorkspace.API, "prod"), "5000", 2_000, 1_812, requests, 0),
                        bucket(
                                BucketId.method(ArticleWorkspace.API, "prod", "/users/GET"),
                                "100",
                                50,
                                21.5,
                                requests,
                                4),
                        bucket(BucketId.usagePlan("free", "free"), "1", 2, 0.4, requests - throttled, throttled),
                        bucket(BucketId.usagePlan("gold", "gold"), "100", 200, 200, 812, 0)),
                new EngineSnapshot.Totals(
                        requests,
                        0,
                        requests - throttled,
                        0,
                        throttled,
                        0,
                        0,
                        Map.of(ThrottleTier.USAGE_PLAN, throttled)));
    }

    private static ExchangeRecord exchange(
            long sequence, String httpMethod, String path, int status, Optional<Refusal> refusal) {
        return exchange(sequence, httpMethod, path, status, refusal, "");
    }

    private static ExchangeRecord exchange(
            long sequence, String httpMethod, String path, int status, Optional<Refusal> refusal, String invocationId) {
        long start = START_NANOS + sequence * 37_000_000L;
        long took = status == 504 ? 29_000_000_000L : 350_000 + sequence % 17 * 1_210_000;
        return new ExchangeRecord(
                sequence,
                "request-" + sequence,
                "ext",
                "127.0.0.1",
                Place.ofStage(Place.Kind.REST, Account.DEFAULT, ArticleWorkspace.API, "article", "prod", false)
                        .method("r", path, httpMethod, false),
                httpMethod,
                path,
                status == 403 ? "" : "free",
                start,
                start + took,
                refusal.isPresent() ? -1 : took - 100_000,
                invocationId,
                status,
                0,
                27,
                CacheUse.NONE,
                Optional.empty(),
                refusal,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static BucketReading bucket(BucketId id, String rate, int burst, double tokens, long passed, long refused) {
        return new BucketReading(id, new ThrottleSettings(rate, burst), tokens, passed, refused, 0, 0);
    }

    private static ThrottleDecision refusedBy(TierReading reading) {
        return new ThrottleDecision() {
            @Override
            public boolean admitted() {
                return false;
            }

            @Override
            public List<TierReading> readings() {
                return List.of(reading);
            }
        };
    }
}
