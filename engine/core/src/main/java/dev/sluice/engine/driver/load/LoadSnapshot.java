package dev.sluice.engine.driver.load;

import java.util.List;

/**
 * A load run at one instant.
 *
 * @param startedNanos start of the run, nanoseconds since 1970-01-01T00:00Z
 * @param elapsedNanos since then; stands still once the run is over
 * @param groups in the order of the scenario
 * @param response from the intended fire time to the end of the answer: what a client feels
 * @param service from the send to the end of the answer: what the server took
 * @param sendLag from the intended fire time to the send: how far the generator itself was behind
 * @param note one sentence if there is something to know, such as why the run failed; empty otherwise
 */
public record LoadSnapshot(
        State state,
        long startedNanos,
        long elapsedNanos,
        List<GroupCounts> groups,
        LatencySummary response,
        LatencySummary service,
        LatencySummary sendLag,
        String note) {

    public enum State {
        /** Requests are fired. */
        RUNNING,
        /** No more are fired; some are still in flight. */
        STOPPING,
        /** Over: the duration has passed, or somebody stopped it. */
        FINISHED,
        /** Over early: the target could not be reached. */
        FAILED
    }
}
