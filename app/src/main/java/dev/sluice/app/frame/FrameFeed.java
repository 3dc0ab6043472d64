package dev.sluice.app.frame;

import dev.sluice.engine.journal.JournalStore;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One receiver of frames with its own place in the journal, kept while the receiver is not visible. */
final class FrameFeed {
    private final BooleanSupplier visible;
    private final Consumer<FrameTick> receiver;
    private long cursor;

    FrameFeed(BooleanSupplier visible, Consumer<FrameTick> receiver) {
        this.visible = visible;
        this.receiver = receiver;
    }

    boolean isVisible() {
        return visible.getAsBoolean();
    }

    void deliver(EngineSnapshot snapshot, JournalStore journal) {
        long start = Math.max(cursor, journal.end() - FramePump.MOST_RECORDS);
        long skipped = start - cursor;
        JournalStore.Page page = journal.read(start, FramePump.MOST_RECORDS);
        cursor = page.nextCursor();
        receiver.accept(new FrameTick(snapshot.nowNanos(), snapshot, page.records(), skipped + page.missed()));
    }
}
