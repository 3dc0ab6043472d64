package dev.sluice.engine.traffic;

import java.util.HashSet;
import java.util.List;

/**
 * Who calls, how often and for how long.
 *
 * @param name what the user calls it
 * @param durationNanos time in which requests are fired, 1 or more
 * @param seed of every random choice: the same seed gives the same fire times
 * @param groups one or more, each name once
 */
public record LoadScenario(String name, long durationNanos, long seed, List<ClientGroup> groups) {
    public LoadScenario {
        groups = List.copyOf(groups);
        if (durationNanos < 1) {
            throw new IllegalArgumentException("The duration is " + durationNanos + " ns; give 1 ns or more.");
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("Nobody would call: give the scenario at least one client group.");
        }
        var names = new HashSet<String>();
        for (ClientGroup group : groups) {
            if (!names.add(group.name())) {
                throw new IllegalArgumentException("Two client groups are called " + group.name()
                        + ": counts are shown by name, so give each group its own.");
            }
        }
    }

    /** Requests a second of all groups together, before any change during the run. */
    public double perSecond() {
        return groups.stream()
                .mapToDouble(group -> group.arrivals().perSecond())
                .sum();
    }
}
