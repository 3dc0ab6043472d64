package dev.sluice.engine.driver.simulation;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.execution.Gateway;
import dev.sluice.engine.execution.Step;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A driver in virtual time. It takes arrivals one by one as their time comes, performs calls to modelled neighbours by
 * queueing their outcome, and hands out each answer when it is made.
 *
 * <p>A call that takes exactly as long as its deadline allows is answered; only one that takes longer has timed out, at
 * the deadline. There is no network here and no program: a call to them is unreachable at once, with a reason that says
 * what to do, unless the function has a model.
 *
 * <p>For one thread. It holds the exchanges that wait for a neighbour and one arrival, however many are to come.
 *
 * @param <T> what the caller knows a request by
 */
public final class Simulation<T> {
    private final Dialogue.Opener gateway;
    private final Iterator<Arrival<T>> arrivals;
    private final Consumer<Answer<T>> answers;
    private final PriorityQueue<Pending<T>> pending = new PriorityQueue<>();
    private @Nullable Arrival<T> next;
    private long calls;
    private long nowNanos;

    /**
     * @param arrivals in the order of their times; asked for one at a time, so it may be endless
     * @param answers gets each answer in the order in which they are made
     */
    public Simulation(Gateway gateway, Iterator<Arrival<T>> arrivals, Consumer<Answer<T>> answers) {
        this(Dialogue.with(gateway), arrivals, answers);
    }

    /** The same with whoever answers in the gateway's place. */
    public Simulation(Dialogue.Opener gateway, Iterator<Arrival<T>> arrivals, Consumer<Answer<T>> answers) {
        this.gateway = gateway;
        this.arrivals = arrivals;
        this.answers = answers;
    }

    /** The virtual time: that of the last event, nanoseconds since 1970-01-01T00:00Z; 0 before the first. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Runs until all arrivals have their answers. */
    public void run() {
        runUntil(Long.MAX_VALUE);
    }

    /**
     * Runs every event up to and including that time. What lies after it stays for the next run.
     *
     * @param endNanos nanoseconds since 1970-01-01T00:00Z
     */
    public void runUntil(long endNanos) {
        while (true) {
            Arrival<T> arrival = nextArrival();
            Pending<T> outcome = pending.peek();
            if (arrival != null && arrival.nanos() <= endNanos && isFirst(arrival, outcome)) {
                next = null;
                begin(arrival);
            } else if (outcome != null && outcome.nanos() <= endNanos) {
                pending.remove();
                resume(outcome);
            } else {
                return;
            }
        }
    }

    private static <T> boolean isFirst(Arrival<T> arrival, @Nullable Pending<T> outcome) {
        return outcome == null || arrival.nanos() <= outcome.nanos();
    }

    private @Nullable Arrival<T> nextArrival() {
        if (next == null && arrivals.hasNext()) {
            next = arrivals.next();
            if (next.nanos() < nowNanos) {
                throw new IllegalArgumentException("arrival " + next.tag() + " is at " + next.nanos()
                        + " ns, before the time reached, " + nowNanos + " ns; give arrivals in the order of time");
            }
        }
        return next;
    }

    private void begin(Arrival<T> arrival) {
        nowNanos = arrival.nanos();
        Dialogue dialogue = gateway.open(arrival.request());
        follow(arrival, dialogue, dialogue.begin(nowNanos));
    }

    private void resume(Pending<T> due) {
        nowNanos = due.nanos();
        follow(due.arrival(), due.dialogue(), due.dialogue().resume(due.outcome(), nowNanos));
    }

    private void follow(Arrival<T> arrival, Dialogue dialogue, Step step) {
        switch (step) {
            case Step.Reply reply ->
                answers.accept(new Answer<>(arrival.tag(), arrival.nanos(), nowNanos, reply.response()));
            case Step.Invoke invoke -> {
                Call.Timed timed = perform(invoke.call()).within(invoke.deadlineNanos() - nowNanos);
                long dueNanos = nowNanos + timed.latencyNanos();
                pending.add(new Pending<>(dueNanos, calls++, arrival, dialogue, timed.outcome()));
            }
        }
    }

    private Call.Timed perform(Call call) {
        return switch (call) {
            case Call.ToModel model -> model.perform(nowNanos);
            case Call.ToNetwork network -> new Call.Timed(new Outcome.Unreachable(noNetwork(network)), 0);
            case Call.Unawaited(Call started) -> {
                perform(started);
                yield new Call.Timed(Call.Unawaited.ACCEPTED, 0);
            }
            case Call.ToProcess process ->
                process.model()
                        .map(model -> model.perform(nowNanos))
                        .orElseGet(() -> new Call.Timed(new Outcome.Unreachable(noProcess(process)), 0));
        };
    }

    private static String noNetwork(Call.ToNetwork call) {
        return "a simulation has no network; add a modelled HTTP endpoint for " + call.host() + ":" + call.port();
    }

    private static String noProcess(Call.ToProcess call) {
        return "a simulation starts no programs; add a \"model\" to the function "
                + call.function().name();
    }

    /**
     * An exchange whose call is under way.
     *
     * @param nanos when its outcome is known
     * @param sequence number of the call, which decides at one nanosecond
     */
    private record Pending<T>(long nanos, long sequence, Arrival<T> arrival, Dialogue dialogue, Outcome outcome)
            implements Comparable<Pending<T>> {
        @Override
        public int compareTo(Pending<T> other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
