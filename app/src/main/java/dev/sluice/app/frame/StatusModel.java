package dev.sluice.app.frame;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Numbers;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the status bar says about the engine at work. */
public final class StatusModel {
    /** Numbers in the bar change at most this often, so that they can be read. */
    private static final long READABLE_NANOS = 250_000_000L;

    private final RateMeter requests = new RateMeter();
    private final RateMeter throttled = new RateMeter();
    private final ReadOnlyStringWrapper requestRate = new ReadOnlyStringWrapper(text("status.rate", Numbers.NONE));
    private final ReadOnlyStringWrapper throttledRate =
            new ReadOnlyStringWrapper(text("status.throttled", Numbers.NONE));
    private final ReadOnlyBooleanWrapper throttling = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper(text("status.memory", Numbers.NONE));
    private final ReadOnlyStringWrapper limiter = new ReadOnlyStringWrapper();
    private final Supplier<Workspace> workspace;
    private long saidNanos;

    public StatusModel(Supplier<Workspace> workspace) {
        this.workspace = workspace;
        sayLimiter();
    }

    /** Requests a second coming in. */
    public ReadOnlyStringProperty requestRateProperty() {
        return requestRate.getReadOnlyProperty();
    }

    /** 429s a second going out, of throttles and quotas. */
    public ReadOnlyStringProperty throttledRateProperty() {
        return throttledRate.getReadOnlyProperty();
    }

    /** Whether there were 429s in the last second. */
    public ReadOnlyBooleanProperty throttlingProperty() {
        return throttling.getReadOnlyProperty();
    }

    /** Heap in use. */
    public ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** Whether requests are limited, and in which order the tiers are looked at. */
    public ReadOnlyStringProperty limiterProperty() {
        return limiter.getReadOnlyProperty();
    }

    public void show(EngineSnapshot snapshot) {
        var totals = snapshot.totals();
        double in = requests.rate(snapshot.nowNanos(), totals.requests());
        double out = throttled.rate(snapshot.nowNanos(), totals.throttled() + totals.overQuota());
        if (snapshot.nowNanos() - saidNanos >= READABLE_NANOS) {
            saidNanos = snapshot.nowNanos();
            requestRate.set(text("status.rate", whole(in)));
            throttledRate.set(text("status.throttled", whole(out)));
            throttling.set(out > 0);
            memory.set(text("status.memory", Numbers.bytes(usedMemory())));
            sayLimiter();
        }
    }

    private void sayLimiter() {
        limiter.set(
                text("status.limiter", Names.tierOrder(workspace.get().profile().tierOrder())));
    }

    private static String whole(double rate) {
        return Double.isNaN(rate) ? Numbers.NONE : Numbers.count(Math.round(rate));
    }

    private static long usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
