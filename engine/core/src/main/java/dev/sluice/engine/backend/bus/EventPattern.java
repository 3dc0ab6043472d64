package dev.sluice.engine.backend.bus;

import dev.sluice.engine.backend.protocol.Json;
import java.io.IOException;
import java.util.Optional;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.RuleCompiler;

/** A rule's event pattern, compiled. */
public final class EventPattern {
    /** Characters of a pattern, as EventBridge has it. */
    private static final int MOST_CHARACTERS = 4_096;

    private static final String RULE = "rule";

    private final Machine machine;

    private EventPattern(Machine machine) {
        this.machine = machine;
    }

    /** What is wrong with a pattern; empty if nothing is. */
    public static Optional<String> flaw(String json) {
        if (json.length() > MOST_CHARACTERS) {
            return Optional.of("it is longer than " + MOST_CHARACTERS + " characters");
        }
        if (Json.readObject(json).isEmpty()) {
            return Optional.of("it is no JSON object, or deeper than " + Json.DEEPEST + " levels");
        }
        try {
            String flaw = RuleCompiler.check(json);
            return Optional.ofNullable(flaw)
                    .map(text -> text.strip().lines().findFirst().orElse("it cannot be read"));
        } catch (RuntimeException e) {
            return Optional.of("it cannot be read: " + e.getMessage());
        }
    }

    /** Absent if the pattern has a flaw. */
    static Optional<EventPattern> read(String json) {
        if (flaw(json).isPresent()) {
            return Optional.empty();
        }
        try {
            var machine = new Machine();
            machine.addRule(RULE, json);
            return Optional.of(new EventPattern(machine));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether an event, JSON text of an object, matches. What the matcher cannot read matches nothing. */
    boolean matches(String event) {
        try {
            return !machine.rulesForJSONEvent(event).isEmpty();
        } catch (Exception e) {
            return false;
        }
    }
}
