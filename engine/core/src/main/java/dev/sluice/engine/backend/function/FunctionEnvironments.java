package dev.sluice.engine.backend.function;

import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.definition.FunctionLimits;
import dev.sluice.engine.definition.HttpFunction;
import dev.sluice.engine.definition.ProcessFunction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The environments of all modelled functions of an account: which are busy and until when, which are warm. One lock,
 * because functions without a reservation share what the account has left.
 *
 * <p>Which warm environment gets the next event Lambda does not say; here it is the one used last, so that the others
 * expire. Beyond the provisioned ones, environments start on demand.
 */
public final class FunctionEnvironments {
    /** Concurrent executions of an account in one region unless AWS grants more. */
    public static final int ACCOUNT_CONCURRENCY = 1_000;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /**
     * What an invocation wants.
     *
     * @param initNanos time a cold start takes
     * @param runNanos time the function runs
     * @param lost whether the environment is gone afterwards, as after a time-out
     */
    public record Work(long initNanos, long runNanos, double keepAliveSeconds, boolean lost) {}

    /**
     * Where an invocation runs.
     *
     * @param number of the environment within its function, from 1
     * @param cold whether it has to start first
     */
    public record Place(int number, boolean cold) {}

    private record Busy(EnvironmentPool pool, EnvironmentPool.Environment environment, boolean lost) {}

    private final Map<String, EnvironmentPool> pools = new HashMap<>();
    private final PriorityQueue<Busy> busy =
            new PriorityQueue<>(Comparator.comparingLong(run -> run.environment().freeAtNanos));
    private int unreservedLimit = ACCOUNT_CONCURRENCY;
    private int unreservedBusy;

    /** Takes the reservations of a workspace out of the account's concurrency, and forgets functions that are gone. */
    public synchronized void reconfigure(List<Backend> backends) {
        long reserved = backends.stream()
                .mapToLong(backend -> limits(backend)
                        .flatMap(FunctionLimits::reservedConcurrentExecutions)
                        .orElse(0))
                .sum();
        unreservedLimit = (int) Math.max(0, ACCOUNT_CONCURRENCY - reserved);
        pools.keySet()
                .removeIf(name ->
                        backends.stream().noneMatch(backend -> backend.name().equals(name)));
    }

    private static Optional<FunctionLimits> limits(Backend backend) {
        return backend instanceof Backend.Function function ? limits(function) : Optional.empty();
    }

    private static Optional<FunctionLimits> limits(Backend.Function function) {
        return switch (function) {
            case ModelledFunction modelled -> Optional.of(modelled.limits());
            case ProcessFunction process -> Optional.of(process.limits());
            case HttpFunction elsewhere -> Optional.empty();
        };
    }

    /**
     * An environment for one invocation, busy from now until the work is done, whoever still waits for it; empty if the
     * function may have no more.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public synchronized Optional<Place> place(String function, FunctionLimits limits, Work work, long nowNanos) {
        settle(nowNanos);
        EnvironmentPool pool = pools.computeIfAbsent(function, name -> new EnvironmentPool());
        boolean reserved = limits.reservedConcurrentExecutions().isPresent();
        boolean full = reserved
                ? pool.busy() >= limits.reservedConcurrentExecutions().get()
                : unreservedBusy >= unreservedLimit;
        if (full) {
            return Optional.empty();
        }
        var environment = pool.take(
                limits.provisionedConcurrency(), nowNanos, (long) (work.keepAliveSeconds() * NANOS_PER_SECOND));
        boolean cold = environment.isNew();
        environment.freeAtNanos = nowNanos + (cold ? work.initNanos() : 0) + work.runNanos();
        environment.countsAsUnreserved = !reserved;
        unreservedBusy += reserved ? 0 : 1;
        busy.add(new Busy(pool, environment, work.lost()));
        return Optional.of(new Place(environment.number, cold));
    }

    /** Environments at work for the function. */
    public synchronized int busy(String function, long nowNanos) {
        settle(nowNanos);
        EnvironmentPool pool = pools.get(function);
        return pool == null ? 0 : pool.busy();
    }

    private void settle(long nowNanos) {
        for (Busy run = busy.peek(); run != null && run.environment().freeAtNanos <= nowNanos; run = busy.peek()) {
            busy.remove();
            unreservedBusy -= run.environment().countsAsUnreserved ? 1 : 0;
            run.pool().release(run.environment(), run.lost());
        }
    }
}
