package dev.sluice.engine.backend.queue;

import java.util.Optional;

/**
 * A queue at one instant. Counts of messages; totals since the queue was made.
 *
 * @param inFlight received and neither deleted nor visible again
 * @param delayed sent with a delay that has not ended
 * @param bytes of all messages in it
 * @param deadLettered moved to the dead-letter queue
 * @param worker who drains it, if somebody does
 */
public record QueueReading(
        String name,
        int visible,
        int inFlight,
        int delayed,
        long bytes,
        long sent,
        long deleted,
        long expired,
        long deadLettered,
        Optional<Worker> worker) {
    /**
     * The function of the event source mapping.
     *
     * @param running invocations under way
     * @param failures invocations of which at least one message failed
     */
    public record Worker(String functionName, int running, long invocations, long failures) {}
}
