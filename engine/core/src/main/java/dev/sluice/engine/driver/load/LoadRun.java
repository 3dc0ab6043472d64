package dev.sluice.engine.driver.load;

import dev.sluice.engine.driver.live.WallClock;
import dev.sluice.engine.traffic.LoadScenario;
import java.util.concurrent.CompletableFuture;

/** A scenario being played against a target. All methods may be called from any thread. */
public final class LoadRun implements AutoCloseable {
    private LoadRun() {}

    /**
     * Begins to fire at once and returns.
     *
     * @throws IllegalArgumentException if the scenario asks for more than {@link LoadLimits#STANDARD}
     */
    public static LoadRun start(LoadScenario scenario, LoadTarget target, WallClock clock) {
        return start(scenario, target, clock, LoadLimits.STANDARD);
    }

    /** @throws IllegalArgumentException if the scenario asks for more than the limits */
    public static LoadRun start(LoadScenario scenario, LoadTarget target, WallClock clock, LoadLimits limits) {
        throw new UnsupportedOperationException(scenario.name() + target + clock + limits);
    }

    /** How it stands. Cheap: a screen may ask on every frame. */
    public LoadSnapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    /**
     * The group fires at this rate from now on.
     *
     * @param perSecond 0 pauses the group
     * @throws IllegalArgumentException if there is no such group, or all together would pass the limits
     */
    public void changeRate(String group, double perSecond) {
        throw new UnsupportedOperationException(group + perSecond);
    }

    /** Fires no more and lets requests in flight finish. */
    public void stop() {
        throw new UnsupportedOperationException();
    }

    /** Done with the last snapshot once the run is over. */
    public CompletableFuture<LoadSnapshot> done() {
        throw new UnsupportedOperationException();
    }

    /** Ends the run now: requests in flight are counted as failed. Returns when no thread or connection is left. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
