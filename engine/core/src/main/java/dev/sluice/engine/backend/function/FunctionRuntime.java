package dev.sluice.engine.backend.function;

import dev.sluice.engine.journal.FunctionLog;

/**
 * What lives on between invocations.
 *
 * @param environments of the modelled functions
 * @param log of every function, whatever runs it
 */
public record FunctionRuntime(FunctionEnvironments environments, FunctionLog log) {
    /** No environment has started and nothing is logged. */
    public static FunctionRuntime fresh() {
        return new FunctionRuntime(new FunctionEnvironments(), new FunctionLog(FunctionLog.STANDARD_CAPACITY));
    }
}
