package dev.sluice.engine.observation.insights.evaluation;

import dev.sluice.engine.observation.insights.LogEvents;
import dev.sluice.engine.observation.insights.syntax.Expression;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What names mean at one place of a query, and the slots of the rows there. */
final class Scope {
    private static final String HIDDEN = "\u0000";

    private final boolean ofEvents;
    private final Map<String, Integer> computed = new LinkedHashMap<>();
    private final Map<List<String>, Integer> discovered = new HashMap<>();
    private final Map<String, Integer> bySense = new HashMap<>();
    private final Discovery discovery = new Discovery();
    private int slots;

    private Scope(boolean ofEvents) {
        this.ofEvents = ofEvents;
    }

    /** Rows are events: any name is a field that an event may have. */
    static Scope ofEvents() {
        return new Scope(true);
    }

    /** Rows are results of {@code stats}: only its columns exist. */
    static Scope ofResults() {
        return new Scope(false);
    }

    int slots() {
        return slots;
    }

    boolean isOfEvents() {
        return ofEvents;
    }

    /** Names of the columns made so far, those that nobody can write left out. */
    List<String> names() {
        return computed.keySet().stream()
                .filter(name -> !name.startsWith(HIDDEN))
                .toList();
    }

    /** A column that no query can name. */
    String hiddenName(int number) {
        return HIDDEN + number;
    }

    /** A slot for a value under a name; the same name later means the later value. */
    int define(String name) {
        int slot = slots++;
        computed.put(name, slot);
        return slot;
    }

    /** A column that is also found by the expression that made it. */
    int define(String name, Expression expression) {
        int slot = define(name);
        bySense.put(expression.canonical(), slot);
        return slot;
    }

    /** A slot nobody can name. */
    int hidden() {
        return slots++;
    }

    /** The column that this expression made. */
    Optional<Integer> madeBy(Expression expression) {
        return Optional.ofNullable(bySense.get(expression.canonical()));
    }

    /** What reads a field; empty if there is no such column. */
    Optional<Evaluation> field(List<String> path) {
        String first = path.getFirst();
        Integer own = computed.get(path.size() == 1 ? first : String.join(".", path));
        if (own != null) {
            int slot = own;
            return Optional.of(row -> row.slots[slot]);
        }
        Integer structure = computed.get(first);
        if (structure != null) {
            int slot = structure;
            List<String> parts = path.subList(1, path.size());
            return Optional.of(row -> Values.part(row.slots[slot], parts));
        }
        return ofEvents ? Optional.of(ofEvent(path)) : Optional.empty();
    }

    private Evaluation ofEvent(List<String> path) {
        if (path.size() == 1) {
            Optional<Evaluation> system = system(path.getFirst());
            if (system.isPresent()) {
                return system.get();
            }
        }
        int slot = discovered.computeIfAbsent(path, wanted -> {
            int free = slots++;
            discovery.want(wanted, free);
            return free;
        });
        return row -> row.discovered(slot, discovery);
    }

    private static Optional<Evaluation> system(String name) {
        return switch (name) {
            case "@timestamp" -> Optional.of(of((events, i) -> new Time(events.timestampMillis(i))));
            case "@ingestionTime" -> Optional.of(of((events, i) -> new Time(events.ingestionMillis(i))));
            case "@message" -> Optional.of(of(LogEvents::message));
            case "@logStream" -> Optional.of(of(LogEvents::logStream));
            case "@log" -> Optional.of(of(LogEvents::log));
            case "@ptr" -> Optional.of(of(LogEvents::pointer));
            default -> Optional.empty();
        };
    }

    private interface OfEvent {
        @Nullable
        Object read(LogEvents events, int index);
    }

    private static Evaluation of(OfEvent reader) {
        return row -> reader.read(row.events(), row.index());
    }
}
