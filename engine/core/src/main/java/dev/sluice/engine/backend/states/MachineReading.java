package dev.sluice.engine.backend.states;

import java.util.List;

/**
 * A state machine at one instant.
 *
 * @param running executions under way
 * @param dropped executions that have ended and are not kept any more
 * @param executions the newest, newest first, at most {@value #MOST}, without their history
 */
public record MachineReading(String name, int running, long dropped, List<ExecutionReading> executions) {
    public static final int MOST = 100;

    public MachineReading {
        executions = List.copyOf(executions);
    }
}
