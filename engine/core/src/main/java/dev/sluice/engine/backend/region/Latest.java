package dev.sluice.engine.backend.region;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest of something, newest first; the oldest go when there are too many. */
final class Latest<T> {
    private final Deque<T> kept = new ArrayDeque<>();
    private final int most;

    Latest(int most) {
        this.most = most;
    }

    void add(T item) {
        kept.addFirst(item);
        if (kept.size() > most) {
            kept.removeLast();
        }
    }

    List<T> list() {
        return List.copyOf(kept);
    }
}
