package dev.sluice.engine.backend.function;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The environments of one function. Guarded by its owner's lock. */
final class EnvironmentPool {
    /** One environment; after its first run it is warm. */
    static final class Environment {
        final int number;
        final boolean provisioned;
        long freeAtNanos;
        boolean countsAsUnreserved;
        private boolean fresh = true;

        private Environment(int number, boolean provisioned) {
            this.number = number;
            this.provisioned = provisioned;
        }

        /** Whether it starts with this run. A provisioned one started long before. */
        boolean isNew() {
            return fresh && !provisioned;
        }
    }

    /** Warm and unused, the one used last at the end. */
    private final Deque<Environment> warm = new ArrayDeque<>();

    private final Deque<Environment> provisioned = new ArrayDeque<>();
    private int provisionedInUse;
    private int busy;
    private int numbers;

    int busy() {
        return busy;
    }

    /** The next environment: a provisioned one, else a warm one, else a new one. */
    Environment take(int provisionedConcurrency, long nowNanos, long keepAliveNanos) {
        expire(nowNanos, keepAliveNanos);
        busy++;
        if (provisionedInUse < provisionedConcurrency) {
            provisionedInUse++;
            Environment kept = provisioned.pollLast();
            return kept == null ? new Environment(++numbers, true) : kept;
        }
        @Nullable Environment last = warm.pollLast();
        return last == null ? new Environment(++numbers, false) : last;
    }

    void release(Environment environment, boolean lost) {
        busy--;
        environment.fresh = false;
        if (environment.provisioned) {
            provisionedInUse--;
        }
        if (!lost) {
            (environment.provisioned ? provisioned : warm).addLast(environment);
        }
    }

    /** An environment unused for exactly the time it is kept is gone. */
    private void expire(long nowNanos, long keepAliveNanos) {
        for (Environment oldest = warm.peekFirst();
                oldest != null && oldest.freeAtNanos + keepAliveNanos <= nowNanos;
                oldest = warm.peekFirst()) {
            warm.removeFirst();
        }
    }
}
