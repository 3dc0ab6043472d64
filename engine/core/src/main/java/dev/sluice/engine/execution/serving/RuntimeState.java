package dev.sluice.engine.execution.serving;

import dev.sluice.engine.execution.throttling.Throttle;

/**
 * What lives longer than one revision of the configuration: buckets and quota counts. A fork of the engine starts with
 * a fresh one.
 *
 * @param throttle token buckets and quota counts
 */
public record RuntimeState(Throttle throttle) {
    /** Nothing used up yet, for any number of threads. */
    public static RuntimeState fresh() {
        return new RuntimeState(Throttle.forManyThreads());
    }
}
