package dev.sluice.engine.observation.insights.evaluation;

import dev.sluice.engine.observation.insights.LogEvents;
import org.jspecify.annotations.Nullable;

/**
 * One row under way: an event, and a slot for each value that was discovered in it or computed. After {@code stats} a
 * row has no event any more.
 */
final class Row {
    final @Nullable Object[] slots;
    private final @Nullable LogEvents events;
    private final int index;
    private boolean discovered;

    Row(int slots, @Nullable LogEvents events, int index) {
        this.slots = new @Nullable Object[slots];
        this.events = events;
        this.index = index;
    }

    private Row(@Nullable Object[] slots, Row origin) {
        this.slots = slots;
        this.events = origin.events;
        this.index = origin.index;
        this.discovered = origin.discovered;
    }

    /** The same row with slots of its own. */
    Row copy() {
        return new Row(slots.clone(), this);
    }

    LogEvents events() {
        if (events == null) {
            throw new IllegalStateException("a row of results has no event");
        }
        return events;
    }

    boolean hasEvent() {
        return events != null;
    }

    int index() {
        return index;
    }

    /** The value of a field found in the event itself. */
    @Nullable
    Object discovered(int slot, Discovery discovery) {
        if (!discovered) {
            discovered = true;
            discovery.into(slots, events().message(index));
        }
        return slots[slot];
    }
}
