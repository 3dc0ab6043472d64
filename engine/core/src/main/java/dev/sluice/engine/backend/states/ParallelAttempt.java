package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Runs the branches of a Parallel; the first that fails ends the others. */
final class ParallelAttempt {
    private final Visit visit;
    private final State.Parallel state;
    private final List<Branch> branches = new ArrayList<>();
    private final ArrayNode results = Json.array();
    private int waitingFor;

    ParallelAttempt(Visit visit, State.Parallel state) {
        this.visit = visit;
        this.state = state;
        waitingFor = state.branches().size();
    }

    void perform(long nowNanos) {
        visit.branch().note(nowNanos, "ParallelStateStarted", visit.name(), Json.object());
        for (int i = 0; i < state.branches().size(); i++) {
            results.addNull();
            int index = i;
            branches.add(new Branch(visit.branch().execution(), state.branches().get(i), new Branch.Listener() {
                @Override
                public void succeeded(JsonNode result, long endNanos) {
                    branchSucceeded(index, result, endNanos);
                }

                @Override
                public void failed(StateFailure failure, long endNanos) {
                    branches.forEach(Branch::cancel);
                    visit.failed(failure, endNanos);
                }
            }));
        }
        branches.forEach(branch -> branch.start(visit.effectiveInput(), nowNanos));
    }

    private void branchSucceeded(int index, JsonNode result, long nowNanos) {
        results.set(index, result);
        if (--waitingFor == 0) {
            visit.branch().note(nowNanos, "ParallelStateSucceeded", visit.name(), Json.object());
            visit.succeeded(results, nowNanos);
        }
    }
}
