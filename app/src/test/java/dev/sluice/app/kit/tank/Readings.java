package dev.sluice.app.kit.tank;

import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.observation.snapshot.BucketReading;

/** A bucket with a constant demand, played forward in steps of a 30th of a second: readings for tests. */
public final class Readings {
    private static final long STEP_NANOS = 1_000_000_000L / 30;

    private final BucketId id;
    private final ThrottleSettings limit;
    private double tokens;
    private double demanded;
    private long passed;
    private long refused;
    private long nowNanos = 1_000_000_000_000L;

    public Readings(BucketId id, ThrottleSettings limit) {
        this.id = id;
        this.limit = limit;
        tokens = limit.burstLimit();
    }

    public static TankModel model(BucketId id) {
        return new TankModel(id, BucketName.of(id, Workspace.empty("test")));
    }

    /** Feeds the model with what happens in that many seconds at that many requests a second. */
    public Readings play(TankModel model, double seconds, double perSecond) {
        for (long step = 0; step < seconds * 30; step++) {
            nowNanos += STEP_NANOS;
            tokens = Math.min(limit.burstLimit(), tokens + limit.rateLimit().doubleValue() / 30);
            demanded += perSecond / 30;
            for (; demanded >= 1; demanded--) {
                ask();
            }
            model.accept(reading(), nowNanos);
        }
        return this;
    }

    private void ask() {
        if (tokens >= 1) {
            tokens--;
            passed++;
        } else {
            refused++;
        }
    }

    public BucketReading reading() {
        double rate = limit.rateLimit().doubleValue();
        long toToken = tokens >= 1 ? 0 : rate == 0 ? Long.MAX_VALUE : (long) ((1 - tokens) / rate * 1e9);
        double missing = limit.burstLimit() - tokens;
        long toFull = missing <= 0 ? 0 : rate == 0 ? Long.MAX_VALUE : (long) (missing / rate * 1e9);
        return new BucketReading(id, limit, tokens, passed, refused, toToken, toFull);
    }

    public long nowNanos() {
        return nowNanos;
    }
}
