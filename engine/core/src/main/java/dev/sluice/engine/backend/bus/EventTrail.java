package dev.sluice.engine.backend.bus;

import java.util.List;

/**
 * What became of one event.
 *
 * @param nanos when it was put, nanoseconds since 1970-01-01T00:00Z
 * @param event the whole event as targets get it; cut if it is very long
 * @param matchedRules names of the rules whose pattern it matched
 * @param deliveries so far
 */
public record EventTrail(
        String eventId,
        long nanos,
        String source,
        String detailType,
        String event,
        List<String> matchedRules,
        List<Delivery> deliveries) {
    public EventTrail {
        matchedRules = List.copyOf(matchedRules);
        deliveries = List.copyOf(deliveries);
    }

    /**
     * One delivery to a target.
     *
     * @param failure empty if the target took it
     * @param deadLettered it went to the rule's dead-letter queue
     */
    public record Delivery(
            long nanos, String rule, String targetId, String arn, String failure, boolean deadLettered) {}
}
