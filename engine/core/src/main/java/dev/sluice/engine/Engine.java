package dev.sluice.engine;

import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Gateway;
import dev.sluice.engine.journal.JournalStore;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;
import java.util.function.UnaryOperator;

/**
 * The engine as others see it: a gateway to send requests to, a workspace to change, a journal and a snapshot to read.
 *
 * <p>It owns no thread, socket or clock: a driver brings them. Safe for any number of threads.
 */
public final class Engine {
    /**
     * @param seed start of all ids and random choices: the same seed and requests give the same answers
     * @param originNanos no time given later is before it, nanoseconds since 1970-01-01T00:00Z
     * @param journalCapacity exchanges the journal keeps
     */
    public record Settings(long seed, long originNanos, int journalCapacity) {}

    public static Engine open(Workspace workspace, Settings settings) {
        throw new UnsupportedOperationException(workspace.name() + settings);
    }

    public Gateway gateway() {
        throw new UnsupportedOperationException();
    }

    /** The configuration that requests meet now. */
    public Workspace workspace() {
        throw new UnsupportedOperationException();
    }

    /** Number of changes so far. */
    public long revision() {
        throw new UnsupportedOperationException();
    }

    /**
     * Replaces the workspace. Requests begun before finish under the old one; buckets keep their tokens, cut to the new
     * burst.
     *
     * @param change a pure function; called again if another change came between
     */
    public void apply(UnaryOperator<Workspace> change) {
        throw new UnsupportedOperationException();
    }

    public JournalStore journal() {
        throw new UnsupportedOperationException();
    }

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    public EngineSnapshot snapshot(long nowNanos) {
        throw new UnsupportedOperationException();
    }

    /** A second engine with the same workspace and fresh buckets, counters and journal. */
    public Engine fork(long originNanos) {
        throw new UnsupportedOperationException();
    }
}
