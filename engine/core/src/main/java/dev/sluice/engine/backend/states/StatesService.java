package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.LatencyModel;
import dev.sluice.engine.backend.neighbour.Agenda;
import dev.sluice.engine.backend.neighbour.Neighbours;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ResourceName;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.ServiceIds;
import dev.sluice.engine.definition.ServiceBackend.StateMachine;
import dev.sluice.engine.definition.ServiceBackend.StateMachineType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** All state machines of the account. Not safe for several threads. */
public final class StatesService {
    /** An express execution ends after five minutes. */
    private static final long EXPRESS_NANOS = 300_000_000_000L;

    /** Happenings of one synchronous execution. */
    private static final int MOST_HAPPENINGS = 100_000;

    private final Neighbours neighbours;
    private final Map<String, ModelledMachine> machines = new LinkedHashMap<>();

    public StatesService(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Replaces the machines; one whose name stays keeps its executions. */
    public void configure(List<StateMachine> definitions) {
        machines.keySet().retainAll(definitions.stream().map(StateMachine::name).toList());
        for (StateMachine definition : definitions) {
            machines.computeIfAbsent(definition.name(), name -> new ModelledMachine(definition))
                    .configure(definition);
        }
    }

    /** @throws ServiceException {@code StateMachineDoesNotExist} */
    ModelledMachine machine(String arn) {
        ModelledMachine machine = machines.get(ResourceName.of(arn));
        if (machine == null) {
            throw ServiceException.of("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
        }
        return machine;
    }

    /** @throws ServiceException {@code ExecutionDoesNotExist} or, for an express one, {@code InvalidArn} */
    Execution execution(String arn) {
        if (arn.contains(":express:")) {
            throw ServiceException.of("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: express'");
        }
        return Optional.ofNullable(machines.get(ExecutionArn.of(arn).machine()))
                .flatMap(machine -> machine.execution(arn))
                .orElseThrow(
                        () -> ServiceException.of("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'"));
    }

    Optional<Execution> execution(ModelledMachine machine, String name) {
        return machine.definition().type() == StateMachineType.STANDARD
                ? machine.execution(arn("execution", machine.definition().name() + ":" + name))
                : Optional.empty();
    }

    /** Takes it away until the configuration is applied again; what runs is aborted. */
    void delete(String arn, long nowNanos) {
        ModelledMachine machine = machines.remove(ResourceName.of(arn));
        if (machine != null) {
            machine.abortAll(nowNanos);
        }
    }

    /** Starts an execution that goes on by itself. */
    Execution start(ModelledMachine machine, String name, String input, long nowNanos, SplittableRandom random) {
        return start(machine, name, input, nowNanos, random, neighbours.agenda());
    }

    /** Runs a whole execution at once and says how it ends: what it does to others it does at its own instants. */
    Execution runToEnd(ModelledMachine machine, String name, String input, long nowNanos, SplittableRandom random) {
        var own = new Agenda();
        Execution execution = start(machine, name, input, nowNanos, random, own);
        own.at(nowNanos + EXPRESS_NANOS, execution::timeOut);
        own.advance(nowNanos + EXPRESS_NANOS, MOST_HAPPENINGS);
        execution.timeOut(nowNanos + EXPRESS_NANOS);
        return execution;
    }

    private Execution start(
            ModelledMachine machine, String name, String input, long nowNanos, SplittableRandom random, Agenda agenda) {
        Program program = machine.program()
                .orElseThrow(() -> ServiceException.of(
                        "InvalidDefinition",
                        "The definition of " + machine.definition().name() + " cannot be read; the Problems say why."));
        JsonNode read = Json.read(input)
                .orElseThrow(() -> ServiceException.of(
                        "InvalidExecutionInput", "Invalid State Machine Execution Input: it is no JSON."));
        String arn = executionArn(machine, name, random);
        var setting = new Execution.Setting(arn, name, machineArn(machine), input, program, neighbours, agenda);
        var holder = new Execution[1];
        var execution = new Execution(setting, random, nowNanos, () -> machine.ended(holder[0]));
        holder[0] = execution;
        machine.add(arn, execution);
        execution.start(read);
        return execution;
    }

    String machineArn(ModelledMachine machine) {
        return arn("stateMachine", machine.definition().name());
    }

    private String executionArn(ModelledMachine machine, String name, SplittableRandom random) {
        String machineName = machine.definition().name();
        return machine.definition().type() == StateMachineType.STANDARD
                ? arn("execution", machineName + ":" + name)
                : arn("express", machineName + ":" + name + ":" + ServiceIds.uuid(random));
    }

    private String arn(String kind, String rest) {
        var account = neighbours.account();
        return "arn:aws:states:" + account.region() + ":" + account.accountId() + ":" + kind + ":" + rest;
    }

    long latencyNanos(ModelledMachine machine, SplittableRandom random) {
        return LatencyModel.sampleNanos(machine.definition().latency(), random.nextLong());
    }

    /** One execution, express ones too, with its history. */
    public Optional<ExecutionReading> read(String executionArn) {
        return Optional.ofNullable(machines.get(ExecutionArn.of(executionArn).machine()))
                .flatMap(machine -> machine.execution(executionArn))
                .map(Execution::read);
    }

    /** Every machine at this instant, in the workspace's order. */
    public List<MachineReading> read() {
        return machines.values().stream().map(ModelledMachine::read).toList();
    }
}
