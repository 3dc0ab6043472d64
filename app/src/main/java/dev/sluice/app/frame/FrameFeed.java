package dev.sluice.app.frame;

import dev.sluice.engine.journal.FunctionLog;
import dev.sluice.engine.journal.JournalStore;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One receiver of frames with its own place in the journal and in the log of functions, kept while the receiver is not
 * visible.
 */
final class FrameFeed {
    private final BooleanSupplier visible;
    private final Consumer<FrameTick> receiver;
    private long cursor;
    private long functionCursor;

    FrameFeed(BooleanSupplier visible, Consumer<FrameTick> receiver) {
        this.visible = visible;
        this.receiver = receiver;
    }

    boolean isVisible() {
        return visible.getAsBoolean();
    }

    void deliver(EngineSnapshot snapshot, FrameSource source) {
        JournalStore journal = source.journal();
        long start = Math.max(cursor, journal.end() - FramePump.MOST_RECORDS);
        long skipped = start - cursor;
        JournalStore.Page page = journal.read(start, FramePump.MOST_RECORDS);
        cursor = page.nextCursor();
        FunctionLog.Page functions =
                source.functionLog().read(functionCursor, FramePump.MOST_RECORDS, snapshot.nowNanos());
        functionCursor = functions.nextCursor();
        receiver.accept(new FrameTick(
                snapshot.nowNanos(),
                snapshot,
                page.records(),
                skipped + page.missed() + functions.missed(),
                functions.entries()));
    }
}
