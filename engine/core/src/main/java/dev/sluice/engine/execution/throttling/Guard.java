package dev.sluice.engine.execution.throttling;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What keeps two threads from one bucket: a lock, or the promise that there is only one thread. */
final class Guard {
    private final @Nullable ReentrantLock lock;

    private Guard(@Nullable ReentrantLock lock) {
        this.lock = lock;
    }

    static Guard forManyThreads() {
        return new Guard(new ReentrantLock());
    }

    static Guard forOneThread() {
        return new Guard(null);
    }

    void enter() {
        if (lock != null) {
            lock.lock();
        }
    }

    void leave() {
        if (lock != null) {
            lock.unlock();
        }
    }
}
