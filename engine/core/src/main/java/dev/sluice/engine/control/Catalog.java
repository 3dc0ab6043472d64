package dev.sluice.engine.control;

import dev.sluice.engine.definition.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The workspace as it is changed: every change has a name, and can be undone while nothing has gone around it. Undo is
 * an old value, so it costs a reference. Safe for any number of threads.
 */
public final class Catalog {
    /** Changes that can be undone; older ones are forgotten. */
    public static final int HISTORY = 100;

    /** Puts a changed workspace into effect. */
    @FunctionalInterface
    public interface Applier {
        void apply(UnaryOperator<Workspace> change, long nowNanos);
    }

    /** One change that was made. */
    public record Entry(String description, Workspace before, Workspace after) {}

    private final Supplier<Workspace> current;
    private final Applier applier;
    private final long seed;
    private final Deque<Entry> done = new ArrayDeque<>();
    private final Deque<Entry> undone = new ArrayDeque<>();
    private long ids;

    /** @param seed start of the ids of new things */
    public Catalog(Supplier<Workspace> current, Applier applier, long seed) {
        this.current = current;
        this.applier = applier;
        this.seed = seed;
    }

    public Workspace workspace() {
        return current.get();
    }

    /**
     * Changes the workspace, all or nothing.
     *
     * @param description what is done, for the user's eyes
     * @param operation a pure function of the workspace as it is now
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     * @throws ControlException as the operation does; nothing was changed then
     */
    public synchronized <T> T change(String description, Function<Workspace, Change<T>> operation, long nowNanos) {
        var made = new Made<T>();
        applier.apply(
                before -> {
                    Change<T> change = operation.apply(before);
                    made.change = change;
                    made.before = before;
                    return change.workspace();
                },
                nowNanos);
        Change<T> change = made.change;
        Workspace before = made.before;
        if (change == null || before == null) {
            throw new IllegalStateException("the change was not applied");
        }
        done.addLast(new Entry(description, before, change.workspace()));
        undone.clear();
        if (done.size() > HISTORY) {
            done.removeFirst();
        }
        return change.result();
    }

    /** Takes the last change back and says which; empty if there is none or the workspace changed since. */
    public synchronized Optional<Entry> undo(long nowNanos) {
        return step(done, undone, true, nowNanos);
    }

    /** Makes the change again that was undone last; empty if there is none or the workspace changed since. */
    public synchronized Optional<Entry> redo(long nowNanos) {
        return step(undone, done, false, nowNanos);
    }

    /** Changes that can be undone, the latest last. */
    public synchronized List<Entry> history() {
        return new ArrayList<>(done);
    }

    /** An id for a new thing: lower-case letters and digits, never the same twice. */
    public synchronized String newId(String kind, int length) {
        ids++;
        return StableId.of(kind, Long.toString(seed), Long.toString(ids)).substring(0, length);
    }

    private Optional<Entry> step(Deque<Entry> from, Deque<Entry> to, boolean back, long nowNanos) {
        Entry entry = from.peekLast();
        if (entry == null) {
            return Optional.empty();
        }
        Workspace expected = back ? entry.after() : entry.before();
        Workspace wanted = back ? entry.before() : entry.after();
        var stepped = new boolean[1];
        applier.apply(
                now -> {
                    stepped[0] = now == expected;
                    return stepped[0] ? wanted : now;
                },
                nowNanos);
        if (!stepped[0]) {
            return Optional.empty();
        }
        from.removeLast();
        to.addLast(entry);
        return Optional.of(entry);
    }

    private static final class Made<T> {
        private @Nullable Change<T> change;
        private @Nullable Workspace before;
    }
}
