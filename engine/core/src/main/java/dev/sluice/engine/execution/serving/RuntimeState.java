package dev.sluice.engine.execution.serving;

import dev.sluice.engine.backend.region.Region;
import dev.sluice.engine.execution.throttling.Throttle;

/**
 * What lives longer than one revision of the configuration: buckets and quota counts, and what AWS services beside the
 * gateway hold. A fork of the engine starts with a fresh one.
 *
 * @param throttle token buckets and quota counts
 * @param services the AWS services that integrations of type AWS call, with what they hold
 */
public record RuntimeState(Throttle throttle, Region services) {
    /** Nothing used up yet, for any number of threads. */
    public static RuntimeState fresh() {
        return new RuntimeState(Throttle.forManyThreads(), new Region());
    }
}
