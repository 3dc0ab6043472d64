package dev.sluice.engine.traffic;

/**
 * Clients that send the same request and arrive in the same way, such as everybody who holds the silver key.
 *
 * @param name unique in its scenario
 * @param timeoutNanos how long a client waits for its answer, counted from the send; 1 or more
 */
public record ClientGroup(String name, ArrivalPattern arrivals, RequestTemplate request, long timeoutNanos) {
    public ClientGroup {
        if (timeoutNanos < 1) {
            throw new IllegalArgumentException(
                    "Group " + name + " waits " + timeoutNanos + " ns for an answer; give 1 ns or more.");
        }
    }
}
