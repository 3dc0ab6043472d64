package dev.sluice.app.kit.tank;

import dev.sluice.app.Texts;
import dev.sluice.app.kit.Numbers;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.observation.snapshot.BucketReading;
import java.util.Optional;

/**
 * What a tank shows of one bucket, worked out from the readings it is fed. Not for two threads at once.
 *
 * <p>Between two readings it knows nothing, with one exception: if requests were refused in between, less than one
 * token was there, so the low-water mark and the history go to the bottom even if no reading saw it.
 */
public final class TankModel {
    /** The low-water mark is the least level of this span, nanoseconds. */
    public static final long LOW_WATER_NANOS = 10_000_000_000L;

    private static final long READOUT_NANOS = 100_000_000L;
    private static final long CALM_READOUT_NANOS = 250_000_000L;

    /** In and out count as equal within this share of the rate. */
    private static final double STEADY_SHARE = 0.02;

    private final BucketId id;
    private final FlowMeter passing = new FlowMeter();
    private final FlowMeter refusing = new FlowMeter();
    private final LevelHistory history = new LevelHistory();
    private final RefusalRain rain = new RefusalRain();
    private BucketName name;
    private Optional<BucketReading> reading = Optional.empty();
    private TankReadout readout = TankReadout.NONE;
    private long readoutNanos = Long.MIN_VALUE;
    private long nowNanos;
    private long refusedBefore;
    private double shownTokens;
    private boolean calm;

    public TankModel(BucketId id, BucketName name) {
        this.id = id;
        this.name = name;
    }

    /** A bucket nobody has asked yet: full, nothing passed, nothing refused. */
    public static BucketReading untouched(BucketId id, ThrottleSettings limit) {
        long toToken = limit.burstLimit() > 0 ? 0 : Long.MAX_VALUE;
        return new BucketReading(id, limit, limit.burstLimit(), 0, 0, toToken, 0);
    }

    /**
     * Takes in the newest reading.
     *
     * @param nowNanos when it was taken, never before the reading before; nanoseconds since 1970-01-01T00:00Z
     */
    public void accept(BucketReading newest, long nowNanos) {
        long refusedSince = reading.map(old -> Math.max(0, newest.refused() - old.refused()))
                .orElse(0L);
        this.nowNanos = nowNanos;
        passing.add(newest.passed(), nowNanos);
        refusing.add(newest.refused(), nowNanos);
        history.add(refusedSince > 0 ? 0 : newest.tokens(), nowNanos);
        history.add(newest.tokens(), nowNanos);
        rain.step(refusedSince, refusing.perSecond(), nowNanos);
        boolean limitChanged =
                reading.filter(old -> old.limit().equals(newest.limit())).isEmpty();
        reading = Optional.of(newest);
        if (limitChanged || nowNanos - readoutNanos >= (calm ? CALM_READOUT_NANOS : READOUT_NANOS)) {
            refreshReadout(newest);
        }
        if (!calm) {
            shownTokens = newest.tokens();
        }
    }

    private void refreshReadout(BucketReading newest) {
        readoutNanos = nowNanos;
        shownTokens = newest.tokens();
        readout = TankReadout.of(
                newest.limit(), newest.tokens(), passing.perSecond(), trend(), refused(), refusing.perSecond());
    }

    /** Counts refusals from now on, for example because a new run starts. */
    public void countFromNow() {
        refusedBefore = reading.map(BucketReading::refused).orElse(0L);
        readoutNanos = Long.MIN_VALUE / 2;
    }

    /** Reduced motion: the level moves in steps and the numbers change four times a second. */
    public void setCalm(boolean calm) {
        this.calm = calm;
    }

    public boolean calm() {
        return calm;
    }

    public void rename(BucketName newName) {
        name = newName;
    }

    public BucketId id() {
        return id;
    }

    public BucketName name() {
        return name;
    }

    public Optional<BucketReading> reading() {
        return reading;
    }

    public Optional<ThrottleSettings> limit() {
        return reading.map(BucketReading::limit);
    }

    public TankReadout readout() {
        return readout;
    }

    public LevelHistory history() {
        return history;
    }

    public RefusalRain rain() {
        return rain;
    }

    /** When the newest reading was taken, nanoseconds since 1970-01-01T00:00Z. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Most tokens it holds; 0 while unknown. */
    public int burst() {
        return reading.map(known -> known.limit().burstLimit()).orElse(0);
    }

    /** Tokens added each second; 0 while unknown. */
    public double inPerSecond() {
        return reading.map(known -> known.limit().rateLimit().doubleValue()).orElse(0.0);
    }

    /** Requests let through each second, mean of the last second. */
    public double outPerSecond() {
        return passing.perSecond();
    }

    /** Requests refused each second, mean of the last second. */
    public double refusedPerSecond() {
        return refusing.perSecond();
    }

    /** Requests refused since the engine opened, or since {@link #countFromNow()}. */
    public long refused() {
        return reading.map(known -> Math.max(0, known.refused() - refusedBefore))
                .orElse(0L);
    }

    /** Tokens to draw, 0 to burst. */
    public double shownTokens() {
        return shownTokens;
    }

    /** How full to draw it, 0 to 1; a bucket that can hold nothing is empty. */
    public double level() {
        return burst() == 0 ? 0 : Math.clamp(shownTokens / burst(), 0, 1);
    }

    /** Least level of the last 10 s, 0 to 1; not a number while unknown. */
    public double lowWater() {
        return burst() == 0 ? Double.NaN : Math.min(1, history.lowestWithin(LOW_WATER_NANOS) / burst());
    }

    /** Whether tokens are flowing in: a full bucket lets none in. */
    public boolean refilling() {
        return reading.filter(known -> known.nanosToFull() > 0).isPresent() && inPerSecond() > 0;
    }

    /** Whether requests were refused in the last second. */
    public boolean refusingNow() {
        return refusing.perSecond() > 0;
    }

    public Trend trend() {
        return reading.map(this::trend).orElse(new Trend.Unknown());
    }

    private Trend trend(BucketReading known) {
        double in = inPerSecond();
        double out = outPerSecond();
        double net = in - out;
        // A count over one second is off by up to one request; a count of nothing is exact.
        boolean even = Math.abs(net) <= (out == 0 ? 0 : Math.max(in * STEADY_SHARE, 0.75));
        if (burst() == 0 || (refusingNow() && known.tokens() < Math.max(2, burst() * 0.02))) {
            return new Trend.Empty(in == 0 || burst() == 0 ? Long.MAX_VALUE : (long) (1e9 / in));
        }
        if (known.nanosToFull() == 0 && (even || net > 0)) {
            return new Trend.Full();
        }
        if (even) {
            return new Trend.Steady();
        }
        return net < 0
                ? new Trend.Draining(nanos(known.tokens() / -net))
                : new Trend.Filling(nanos((burst() - known.tokens()) / net));
    }

    private static long nanos(double seconds) {
        return (long) (Math.max(0, seconds) * 1e9);
    }

    /** For screen readers: {@code Bucket usage plan Gold, API key gold: 37 of 50 tokens, filling 100 per second, …}. */
    public String spoken() {
        return reading.map(known -> Texts.text(
                        "tank.spoken",
                        name.sentence(),
                        Numbers.count((long) known.tokens()),
                        Numbers.count(burst()),
                        known.limit().rateLimit().stripTrailingZeros().toPlainString(),
                        Numbers.count(refused())))
                .orElseGet(() -> Texts.text("tank.spoken.unknown", name.sentence()));
    }
}
