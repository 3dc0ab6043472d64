package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.Input;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ResourceName;
import dev.sluice.engine.backend.protocol.Result;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.ServiceIds;
import dev.sluice.engine.backend.protocol.ServiceModel;
import dev.sluice.engine.definition.ServiceBackend.StateMachineType;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/** Step Functions' operations. */
public final class StatesOperations implements ServiceModel {
    private static final int MOST_LISTED = 1_000;

    private final StatesService states;

    public StatesOperations(StatesService states) {
        this.states = states;
    }

    @Override
    public String resource(ObjectNode input) {
        String execution = Json.text(input, "executionArn");
        return execution.isEmpty()
                ? ResourceName.of(Json.text(input, "stateMachineArn"))
                : ExecutionArn.of(execution).machine();
    }

    @Override
    public Result perform(String operation, ObjectNode members, long nowNanos, SplittableRandom random) {
        var input = new Input(members, "ValidationException", "ValidationException");
        return switch (operation) {
            case "StartExecution" -> start(input, nowNanos, random);
            case "StartSyncExecution" -> startSync(input, nowNanos, random);
            case "DescribeExecution" -> Result.atOnce(ExecutionAnswers.describe(execution(input)));
            case "StopExecution" -> stop(input, nowNanos);
            case "ListExecutions" -> list(input);
            case "GetExecutionHistory" -> history(input);
            case "DescribeStateMachine" -> describeMachine(input);
            case "DeleteStateMachine" -> {
                states.delete(input.requiredText("stateMachineArn"), nowNanos);
                yield Result.atOnce(Json.object());
            }
            default -> throw ServiceModel.unknown(operation);
        };
    }

    /** The same name and input again, while it runs, is the same execution; the name alone is refused. */
    private Result start(Input input, long nowNanos, SplittableRandom random) {
        ModelledMachine machine = states.machine(input.requiredText("stateMachineArn"));
        String text = executionInput(input);
        String name = name(input, random);
        Optional<Execution> before = states.execution(machine, name);
        Execution execution;
        if (before.isPresent()) {
            execution = before.get();
            if (!execution.isRunning() || !execution.setting().input().equals(text)) {
                throw ServiceException.of(
                        "ExecutionAlreadyExists",
                        "Execution Already Exists: '" + execution.setting().arn() + "'");
            }
        } else {
            execution = states.start(machine, name, text, nowNanos, random);
        }
        ObjectNode output =
                Json.object().put("executionArn", execution.setting().arn());
        output.set("startDate", Json.seconds(execution.startNanos()));
        return new Result(output, states.latencyNanos(machine, random));
    }

    private Result startSync(Input input, long nowNanos, SplittableRandom random) {
        ModelledMachine machine = states.machine(input.requiredText("stateMachineArn"));
        if (machine.definition().type() != StateMachineType.EXPRESS) {
            throw ServiceException.of(
                    "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
        }
        Execution execution = states.runToEnd(machine, name(input, random), executionInput(input), nowNanos, random);
        ObjectNode output = ExecutionAnswers.describe(execution);
        output.remove("redriveCount");
        return new Result(output, execution.stopNanos() - nowNanos).after(states.latencyNanos(machine, random));
    }

    private static String executionInput(Input input) {
        String text = input.text("input").orElse("{}");
        if (text.length() > DataSize.MOST) {
            throw ServiceException.of(
                    "InvalidExecutionInput",
                    "Invalid State Machine Execution Input: over " + DataSize.MOST + " bytes.");
        }
        return text;
    }

    private static String name(Input input, SplittableRandom random) {
        String name = input.text("name").orElseGet(() -> ServiceIds.uuid(random));
        boolean valid = name.length() <= 80
                && name.chars().noneMatch(c -> c <= ' ' || c > 126 || "<>{}[]?*\"#%\\^|~`$&,;:/".indexOf(c) >= 0);
        if (!valid) {
            throw ServiceException.of(
                    "InvalidName", "Invalid Name: '" + name.substring(0, Math.min(80, name.length())) + "'");
        }
        return name;
    }

    private Execution execution(Input input) {
        return states.execution(input.requiredText("executionArn"));
    }

    private Result stop(Input input, long nowNanos) {
        Execution execution = execution(input);
        execution.abort(input.text("error").orElse(""), input.text("cause").orElse(""), nowNanos);
        ObjectNode output = Json.object();
        output.set("stopDate", Json.seconds(execution.stopNanos()));
        return Result.atOnce(output);
    }

    private Result list(Input input) {
        ModelledMachine machine = states.machine(input.requiredText("stateMachineArn"));
        Optional<String> status = input.text("statusFilter");
        int most = input.whole("maxResults", 0, MOST_LISTED).orElse(100);
        List<Execution> found = machine.newestFirst().stream()
                .filter(execution ->
                        status.map(execution.status().name()::equals).orElse(true))
                .limit(most == 0 ? 100 : most)
                .toList();
        ObjectNode output = Json.object();
        var list = output.putArray("executions");
        found.forEach(execution -> list.add(ExecutionAnswers.listed(execution)));
        return Result.atOnce(output);
    }

    private Result history(Input input) {
        ExecutionReading reading = execution(input).read();
        int most = input.whole("maxResults", 0, MOST_LISTED).orElse(100);
        boolean reverse = input.text("reverseOrder").map("true"::equals).orElse(false);
        return Result.atOnce(ExecutionAnswers.history(reading, most == 0 ? 100 : most, reverse));
    }

    private Result describeMachine(Input input) {
        ModelledMachine machine = states.machine(input.requiredText("stateMachineArn"));
        return Result.atOnce(Json.object()
                .put("stateMachineArn", states.machineArn(machine))
                .put("name", machine.definition().name())
                .put("status", "ACTIVE")
                .put("type", machine.definition().type().name())
                .put("definition", machine.definition().definition()));
    }
}
