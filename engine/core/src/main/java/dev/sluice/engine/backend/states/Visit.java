package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.states.State.Catcher;
import dev.sluice.engine.backend.states.State.Retrier;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One visit of a Task or Parallel: its attempts, and what becomes of them. */
final class Visit {
    private static final double SECOND = 1e9;

    private final Branch branch;
    private final String name;
    private final State.Guarded state;
    private final JsonNode input;
    private final JsonNode effective;
    private final long enteredNanos;
    private final int[] retriesOf;
    private int retries;

    Visit(Branch branch, String name, State.Guarded state, JsonNode input, JsonNode effective, long enteredNanos) {
        this.branch = branch;
        this.name = name;
        this.state = state;
        this.input = input;
        this.effective = effective;
        this.enteredNanos = enteredNanos;
        retriesOf = new int[state.retriers().size()];
    }

    void attempt(long nowNanos) {
        switch (state) {
            case State.Task task -> new TaskAttempt(this, task).perform(nowNanos);
            case State.Parallel parallel -> new ParallelAttempt(this, parallel).perform(nowNanos);
        }
    }

    Branch branch() {
        return branch;
    }

    String name() {
        return name;
    }

    JsonNode effectiveInput() {
        return effective;
    }

    void succeeded(JsonNode result, long nowNanos) {
        if (branch.isOver()) {
            return;
        }
        try {
            var scope = scope();
            JsonNode output = Branch.outputOf(state.flow(), input, DataSize.checked(result), scope);
            branch.leave(name, state, state.next(), output, nowNanos);
        } catch (StateFailure failure) {
            failed(failure, nowNanos);
        }
    }

    private Scope scope() {
        return new Scope(
                branch.execution().context(name, enteredNanos, retries),
                branch.execution().random());
    }

    /** The first retrier that names the error and has attempts left, else the first catcher, else the end. */
    void failed(StateFailure failure, long nowNanos) {
        if (branch.isOver()) {
            return;
        }
        for (int i = 0; i < retriesOf.length; i++) {
            Retrier retrier = state.retriers().get(i);
            if (matches(retrier.errors(), failure.error())) {
                if (retriesOf[i] < retrier.maxAttempts()) {
                    retry(retrier, retriesOf[i]++, nowNanos);
                    return;
                }
                break;
            }
        }
        catchIt(failure, nowNanos);
    }

    private void retry(Retrier retrier, int before, long nowNanos) {
        retries++;
        double seconds = Math.min(
                retrier.intervalSeconds() * Math.pow(retrier.backoffRate(), before),
                Math.min(retrier.maxDelaySeconds(), State.Task.NO_TIMEOUT));
        double chance = retrier.fullJitter() ? branch.execution().random().nextDouble() : 1;
        branch.execution().agenda().at(nowNanos + Math.round(seconds * chance * SECOND), againNanos -> {
            if (!branch.isOver()) {
                attempt(againNanos);
            }
        });
    }

    private void catchIt(StateFailure failure, long nowNanos) {
        Optional<Catcher> caught = state.catchers().stream()
                .filter(catcher -> matches(catcher.errors(), failure.error()))
                .findFirst();
        if (caught.isEmpty()) {
            branch.fail(failure, nowNanos);
            return;
        }
        ObjectNode error = Json.object().put("Error", failure.error()).put("Cause", failure.why());
        try {
            JsonNode output = Branch.withResult(caught.get().resultPath(), input, error);
            branch.note(nowNanos, state.type() + "StateExited", name, output);
            branch.jump(caught.get().next(), output, nowNanos);
        } catch (StateFailure unplaced) {
            branch.fail(unplaced, nowNanos);
        }
    }

    /** {@code States.TaskFailed} is every error but a timeout, {@code States.ALL} every one that can be caught. */
    private static boolean matches(List<String> errors, String error) {
        boolean terminal = error.equals("States.Runtime") || error.equals("States.DataLimitExceeded");
        return errors.contains(error)
                || (!terminal && errors.contains("States.ALL"))
                || (!terminal && !error.equals("States.Timeout") && errors.contains("States.TaskFailed"));
    }
}
