package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.states.State.Branching;
import dev.sluice.engine.backend.states.State.Flow;
import dev.sluice.engine.backend.states.State.ResultPath;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A run through the states of a program: the whole machine or a branch of a Parallel. */
final class Branch {
    /** Who waits for its end. */
    interface Listener {
        void succeeded(JsonNode result, long nowNanos);

        void failed(StateFailure failure, long nowNanos);
    }

    private final Execution execution;
    private final Program program;
    private final Listener listener;
    private boolean over;

    Branch(Execution execution, Program program, Listener listener) {
        this.execution = execution;
        this.program = program;
        this.listener = listener;
    }

    void start(JsonNode input, long nowNanos) {
        enter(program.startAt(), input, nowNanos);
    }

    /** Its neighbours failed: nothing of it happens any more. */
    void cancel() {
        over = true;
    }

    boolean isOver() {
        return over || !execution.isRunning();
    }

    Execution execution() {
        return execution;
    }

    /** Enters a state, as the next thing that happens: so a long chain of states is no deep recursion. */
    private void enter(String name, JsonNode input, long nanos) {
        execution.agenda().at(nanos, nowNanos -> {
            if (!isOver()) {
                entered(name, input, nowNanos);
            }
        });
    }

    private void entered(String name, JsonNode input, long nowNanos) {
        State state = program.state(name);
        note(nowNanos, state.type() + "StateEntered", name, input);
        if (isOver()) {
            return;
        }
        var scope = new Scope(execution.context(name, nowNanos, 0), execution.random());
        try {
            JsonNode effective = effectiveInput(state.flow(), input, scope);
            switch (state) {
                case State.Pass pass -> {
                    JsonNode result = pass.result().orElse(effective);
                    leave(name, pass, pass.next(), outputOf(pass.flow(), input, result, scope), nowNanos);
                }
                case State.Succeed succeed ->
                    leave(name, succeed, Optional.empty(), output(succeed.flow(), effective, scope), nowNanos);
                case State.Fail fail -> fail(new StateFailure(fail.error(), fail.cause()), nowNanos);
                case State.Choice choice -> choose(name, choice, effective, scope, nowNanos);
                case State.Wait wait -> {
                    long end = Waiting.end(wait.until(), effective, scope, nowNanos);
                    JsonNode output = output(wait.flow(), effective, scope);
                    execution.agenda().at(end, endNanos -> {
                        if (!isOver()) {
                            leave(name, wait, wait.next(), output, endNanos);
                        }
                    });
                }
                case State.Guarded guarded ->
                    new Visit(this, name, guarded, input, effective, nowNanos).attempt(nowNanos);
            }
        } catch (StateFailure failure) {
            fail(failure, nowNanos);
        }
    }

    private void choose(String name, State.Choice choice, JsonNode input, Scope scope, long nowNanos)
            throws StateFailure {
        Optional<String> next = choice.otherwise();
        for (Branching branching : choice.choices()) {
            if (branching.rule().holds(input, scope)) {
                next = Optional.of(branching.next());
                break;
            }
        }
        if (next.isEmpty()) {
            throw new StateFailure(
                    "States.NoChoiceMatched", "No choice of the state '" + name + "' matched and it has no Default.");
        }
        leave(name, choice, next, output(choice.flow(), input, scope), nowNanos);
    }

    /** Leaves a state: to the next one, or to whoever waits for the end. */
    void leave(String name, State state, Optional<String> next, JsonNode output, long nowNanos) {
        note(nowNanos, state.type() + "StateExited", name, output);
        if (isOver()) {
            return;
        }
        if (next.isPresent()) {
            enter(next.get(), output, nowNanos);
        } else {
            over = true;
            listener.succeeded(output, nowNanos);
        }
    }

    /** Goes to the state that a Catch names. */
    void jump(String next, JsonNode input, long nowNanos) {
        enter(next, input, nowNanos);
    }

    void fail(StateFailure failure, long nowNanos) {
        if (!isOver()) {
            over = true;
            listener.failed(failure, nowNanos);
        }
    }

    void note(long nowNanos, String type, String state, JsonNode detail) {
        execution.note(nowNanos, type, state, Json.write(detail), "");
    }

    private static JsonNode effectiveInput(Flow flow, JsonNode input, Scope scope) throws StateFailure {
        JsonNode selected = selected(flow.input(), input, scope, "InputPath");
        return flow.parameters().isPresent()
                ? DataSize.checked(flow.parameters().get().fill(selected, scope))
                : selected;
    }

    /** The state's output: selector, result path, output path. */
    static JsonNode outputOf(Flow flow, JsonNode input, JsonNode result, Scope scope) throws StateFailure {
        JsonNode shaped =
                flow.resultSelector().isPresent() ? flow.resultSelector().get().fill(result, scope) : result;
        return output(flow, withResult(flow.resultPath(), input, shaped), scope);
    }

    static JsonNode withResult(ResultPath resultPath, JsonNode input, JsonNode result) throws StateFailure {
        return resultPath.path().isPresent() ? resultPath.path().get().with(input, result) : input;
    }

    private static JsonNode output(Flow flow, JsonNode data, Scope scope) throws StateFailure {
        return DataSize.checked(selected(flow.output(), data, scope, "OutputPath"));
    }

    private static JsonNode selected(Optional<DataPath> path, JsonNode data, Scope scope, String which)
            throws StateFailure {
        return path.isEmpty()
                ? Json.object()
                : path.get()
                        .in(data, scope.context())
                        .orElseThrow(() ->
                                new StateFailure("States.Runtime", "The " + which + " leads to nothing in the data."));
    }
}
