package dev.sluice.engine.backend.bus;

import java.util.List;

/**
 * A bus at one instant. Totals since it was made.
 *
 * @param unmatched events that no rule matched
 * @param events the newest, newest first
 */
public record BusReading(String name, long put, long unmatched, List<RuleReading> rules, List<EventTrail> events) {
    public BusReading {
        rules = List.copyOf(rules);
        events = List.copyOf(events);
    }

    /**
     * @param matched events
     * @param delivered to a target
     * @param failed deliveries that failed, dead-lettered or lost
     */
    public record RuleReading(String name, boolean enabled, long matched, long delivered, long failed) {}
}
