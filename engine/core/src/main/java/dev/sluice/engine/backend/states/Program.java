package dev.sluice.engine.backend.states;

import java.util.Map;
import java.util.Optional;

/**
 * States and where to start: a machine, or a branch of a Parallel. Everything that a state names exists.
 *
 * @param timeoutSeconds of a whole execution
 */
record Program(String startAt, Map<String, State> states, Optional<Long> timeoutSeconds) {
    Program {
        states = Map.copyOf(states);
    }

    State state(String name) {
        State state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("no state " + name);
        }
        return state;
    }
}
