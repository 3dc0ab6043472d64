package dev.sluice.engine.driver.load;

import dev.sluice.engine.driver.live.WallClock;
import dev.sluice.engine.traffic.ClientGroup;
import dev.sluice.engine.traffic.LoadScenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** A scenario being played against a target. All methods may be called from any thread. */
public final class LoadRun implements AutoCloseable {
    private final LoadTarget target;
    private final WallClock clock;
    private final LoadLimits limits;
    private final long startedNanos;
    private final List<RunningGroup> groups = new ArrayList<>();
    private final Map<String, Double> rates = new LinkedHashMap<>();
    private final Sender sender;
    private final Pacer pacer;
    private final Thread thread;
    private final CompletableFuture<LoadSnapshot> done = new CompletableFuture<>();
    private volatile LoadSnapshot.State state = LoadSnapshot.State.RUNNING;
    private volatile long endedNanos;
    private volatile String fault = "";

    private LoadRun(LoadScenario scenario, LoadTarget target, WallClock clock, LoadLimits limits) {
        this.target = target;
        this.clock = clock;
        this.limits = limits;
        for (ClientGroup group : scenario.groups()) {
            // Each group has random numbers of its own, so that one more group changes nothing for the others.
            groups.add(new RunningGroup(group, target, scenario.seed() + groups.size()));
            rates.put(group.name(), group.arrivals().perSecond());
        }
        sender = new Sender(target, clock, limits);
        startedNanos = clock.nowNanos();
        pacer = new Pacer(groups, sender, clock, startedNanos, scenario.durationNanos());
        thread = Thread.ofPlatform().daemon().name("load-pacer").unstarted(this::play);
    }

    /**
     * Begins to fire at once and returns.
     *
     * @throws IllegalArgumentException if the scenario asks for more than {@link LoadLimits#STANDARD}
     */
    public static LoadRun start(LoadScenario scenario, LoadTarget target, WallClock clock) {
        return start(scenario, target, clock, LoadLimits.STANDARD);
    }

    /** @throws IllegalArgumentException if the scenario asks for more than the limits */
    public static LoadRun start(LoadScenario scenario, LoadTarget target, WallClock clock, LoadLimits limits) {
        limits.check(scenario.perSecond());
        limits.checkDuration(scenario.durationNanos());
        var run = new LoadRun(scenario, target, clock, limits);
        run.thread.start();
        return run;
    }

    private void play() {
        try {
            pacer.play();
            state = LoadSnapshot.State.STOPPING;
            sender.drain(pacer.isStopped() || sender.isLost()).join();
        } catch (RuntimeException bug) {
            fault = "The load generator itself broke: " + bug;
        }
        sender.close();
        endedNanos = clock.nowNanos();
        state = sender.isLost() || !fault.isEmpty() ? LoadSnapshot.State.FAILED : LoadSnapshot.State.FINISHED;
        done.complete(snapshot());
    }

    /** How it stands. Cheap: a screen may ask on every frame. */
    public LoadSnapshot snapshot() {
        LoadSnapshot.State now = state;
        long untilNanos = isOver(now) ? endedNanos : clock.nowNanos();
        List<GroupCounts> counts = groups.stream().map(RunningGroup::counts).toList();
        return new LoadSnapshot(
                now,
                startedNanos,
                untilNanos - startedNanos,
                counts,
                sender.response(),
                sender.service(),
                sender.sendLag(),
                note(counts));
    }

    private static boolean isOver(LoadSnapshot.State state) {
        return switch (state) {
            case RUNNING, STOPPING -> false;
            case FINISHED, FAILED -> true;
        };
    }

    private String note(List<GroupCounts> counts) {
        if (!fault.isEmpty()) {
            return fault;
        }
        if (sender.isLost()) {
            return "Nothing answers on " + target.authority() + ": start the listener and run again.";
        }
        long dropped = counts.stream().mapToLong(GroupCounts::dropped).sum();
        if (dropped == 0) {
            return "";
        }
        return dropped + " requests were not sent: all " + limits.connections() + " connections were in use.";
    }

    /**
     * The group fires at this rate from now on.
     *
     * @param perSecond 0 pauses the group
     * @throws IllegalArgumentException if there is no such group, or all together would pass the limits
     */
    public synchronized void changeRate(String group, double perSecond) {
        RunningGroup changed = groups.stream()
                .filter(running -> running.name().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The scenario has no group " + group + "; it has " + String.join(", ", rates.keySet()) + "."));
        double before = rates.getOrDefault(group, 0.0);
        double sum = rates.values().stream().mapToDouble(Double::doubleValue).sum();
        limits.check(sum - before + perSecond);
        rates.put(group, perSecond);
        pacer.changeRate(changed, perSecond);
        LockSupport.unpark(thread);
    }

    /** Fires no more, leaves what is not yet sent unsent, and lets requests in flight finish. */
    public void stop() {
        pacer.stop();
        LockSupport.unpark(thread);
    }

    /** Done with the last snapshot once the run is over. */
    public CompletableFuture<LoadSnapshot> done() {
        return done;
    }

    /** Ends the run now: requests in flight are counted as failed. Returns when no thread or connection is left. */
    @Override
    public void close() {
        stop();
        sender.abort();
        done.join();
    }
}
