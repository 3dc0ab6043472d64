package dev.sluice.engine.backend.protocol;

import tools.jackson.databind.node.ObjectNode;

/**
 * What an operation of a service answers.
 *
 * @param output members as the service's API names them
 * @param latencyNanos time until the answer is there, 0 or more
 */
public record Result(ObjectNode output, long latencyNanos) {
    /** An answer that takes no time. */
    public static Result atOnce(ObjectNode output) {
        return new Result(output, 0);
    }

    /** This, later by so much. */
    public Result after(long nanos) {
        return new Result(output, latencyNanos + nanos);
    }
}
