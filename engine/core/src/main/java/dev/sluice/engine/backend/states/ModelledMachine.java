package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.definition.ServiceBackend.StateMachine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One state machine and its executions. Not safe for several threads. */
final class ModelledMachine {
    /** Executions that run at once and that are kept, and characters that they keep alive. */
    static final int MOST_RUNNING = 1_000;

    static final int MOST_KEPT = 1_000;
    static final long MOST_CHARACTERS = 32L * 1024 * 1024;

    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private StateMachine definition;
    private Definition read;
    private int running;
    private long runningInput;
    private long keptCharacters;
    private long dropped;

    ModelledMachine(StateMachine definition) {
        this.definition = definition;
        this.read = Definition.read(definition.definition());
    }

    /** What runs finishes as it was; new executions follow the new definition. */
    void configure(StateMachine changed) {
        if (!changed.definition().equals(definition.definition())) {
            read = Definition.read(changed.definition());
        }
        definition = changed;
    }

    StateMachine definition() {
        return definition;
    }

    Optional<Program> program() {
        return read.program();
    }

    Optional<Execution> execution(String arn) {
        return Optional.ofNullable(executions.get(arn));
    }

    /** @throws ServiceException {@code ExecutionLimitExceeded} if too many run */
    void add(String arn, Execution execution) {
        int input = execution.setting().input().length();
        if (running >= MOST_RUNNING || runningInput + input > MOST_CHARACTERS) {
            throw ServiceException.of(
                    "ExecutionLimitExceeded",
                    "The maximum number of running executions has been reached: " + running + ".");
        }
        executions.put(arn, execution);
        running++;
        runningInput += input;
    }

    /** An execution has ended: the oldest that have ended go if there are too many. */
    void ended(Execution execution) {
        running--;
        runningInput -= execution.setting().input().length();
        keptCharacters += execution.size();
        var oldest = executions.values().iterator();
        int kept = executions.size() - running;
        while ((kept > MOST_KEPT || keptCharacters > MOST_CHARACTERS) && oldest.hasNext()) {
            Execution next = oldest.next();
            if (!next.isRunning()) {
                oldest.remove();
                kept--;
                keptCharacters -= next.size();
                dropped++;
            }
        }
    }

    /** Newest first, as ListExecutions has them. */
    List<Execution> newestFirst() {
        return new ArrayList<>(executions.values()).reversed();
    }

    MachineReading read() {
        return new MachineReading(
                definition.name(),
                running,
                dropped,
                newestFirst().stream()
                        .limit(MachineReading.MOST)
                        .map(Execution::summary)
                        .toList());
    }

    /** All that run end here: the machine is deleted. */
    void abortAll(long nowNanos) {
        new ArrayList<>(executions.values()).forEach(execution -> execution.abort("", "", nowNanos));
    }
}
