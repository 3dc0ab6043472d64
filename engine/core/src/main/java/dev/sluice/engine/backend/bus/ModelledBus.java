package dev.sluice.engine.backend.bus;

import dev.sluice.engine.definition.ServiceBackend.EventBus;
import dev.sluice.engine.definition.ServiceBackend.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One bus: its rules, compiled, and what became of its latest events. Not safe for several threads. */
final class ModelledBus {
    /** Events that are kept to be read, and characters of each. */
    private static final int MOST_KEPT = 200;

    private static final int MOST_CHARACTERS = 8_192;

    /** One rule and its counts. */
    static final class RunningRule {
        private Rule definition;
        private Optional<EventPattern> pattern;
        private long matched;
        private long delivered;
        private long failed;

        private RunningRule(Rule definition) {
            this.definition = definition;
            this.pattern = EventPattern.read(definition.eventPattern());
        }

        private void configure(Rule changed) {
            if (!changed.eventPattern().equals(definition.eventPattern())) {
                pattern = EventPattern.read(changed.eventPattern());
            }
            definition = changed;
        }

        Rule definition() {
            return definition;
        }

        private boolean matches(String event) {
            return definition.enabled()
                    && pattern.map(found -> found.matches(event)).orElse(false);
        }

        void noteDelivery(boolean success) {
            delivered += success ? 1 : 0;
            failed += success ? 0 : 1;
        }

        private BusReading.RuleReading read() {
            return new BusReading.RuleReading(definition.name(), definition.enabled(), matched, delivered, failed);
        }
    }

    /** One event and what becomes of it. */
    static final class Kept {
        private final EventTrail start;
        private final List<EventTrail.Delivery> deliveries = new ArrayList<>();

        private Kept(EventTrail start) {
            this.start = start;
        }

        void note(EventTrail.Delivery delivery) {
            deliveries.add(delivery);
        }

        private EventTrail read() {
            return new EventTrail(
                    start.eventId(),
                    start.nanos(),
                    start.source(),
                    start.detailType(),
                    start.event(),
                    start.matchedRules(),
                    deliveries);
        }
    }

    private final Map<String, RunningRule> rules = new LinkedHashMap<>();
    private final Deque<Kept> latest = new ArrayDeque<>();
    private EventBus definition;
    private long put;
    private long unmatched;

    ModelledBus(EventBus definition) {
        this.definition = definition;
        configure(definition);
    }

    void configure(EventBus changed) {
        definition = changed;
        rules.keySet().retainAll(changed.rules().stream().map(Rule::name).toList());
        for (Rule rule : changed.rules()) {
            rules.computeIfAbsent(rule.name(), name -> new RunningRule(rule)).configure(rule);
        }
    }

    EventBus definition() {
        return definition;
    }

    /** The rules that match the event. */
    List<RunningRule> match(String event) {
        put++;
        List<RunningRule> matching =
                rules.values().stream().filter(rule -> rule.matches(event)).toList();
        matching.forEach(rule -> rule.matched++);
        unmatched += matching.isEmpty() ? 1 : 0;
        return matching;
    }

    Kept keep(EventTrail trail) {
        String event = trail.event();
        String shortened = event.length() > MOST_CHARACTERS ? event.substring(0, MOST_CHARACTERS) : event;
        var kept = new Kept(new EventTrail(
                trail.eventId(),
                trail.nanos(),
                trail.source(),
                trail.detailType(),
                shortened,
                trail.matchedRules(),
                List.of()));
        latest.addFirst(kept);
        if (latest.size() > MOST_KEPT) {
            latest.removeLast();
        }
        return kept;
    }

    BusReading read() {
        return new BusReading(
                definition.name(),
                put,
                unmatched,
                rules.values().stream().map(RunningRule::read).toList(),
                latest.stream().map(Kept::read).toList());
    }
}
