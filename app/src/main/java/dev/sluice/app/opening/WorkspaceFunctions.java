package dev.sluice.app.opening;

import dev.sluice.engine.Engine;
import dev.sluice.engine.driver.live.WallClock;
import dev.sluice.engine.driver.process.FunctionProcesses;
import dev.sluice.engine.driver.process.FunctionRunner;
import dev.sluice.engine.driver.process.ProcessOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The functions of a workspace that are programs, running or not.
 *
 * @param runner what the listener gives them to
 * @param stop ends them all
 */
public record WorkspaceFunctions(FunctionRunner runner, Runnable stop) {
    private static final WorkspaceFunctions NONE = new WorkspaceFunctions(FunctionRunner.UNTRUSTED, () -> {});

    /**
     * Asks, if there are any, and gets ready to run those that were asked about and no others.
     *
     * @throws IOException if they may run but cannot
     */
    public static WorkspaceFunctions start(Engine engine, Path folder, WallClock clock, TrustQuestion question)
            throws IOException {
        StartedPrograms programs = StartedPrograms.of(engine.workspace(), folder);
        if (programs.isEmpty() || !question.mayStart(folder, programs)) {
            return NONE;
        }
        var options = ProcessOptions.in(folder, engine.workspace().account().region());
        FunctionProcesses processes = FunctionProcesses.start(options, engine.functionLog(), clock);
        processes.provision(engine.workspace().backends());
        var trusted = Set.copyOf(programs.functions());
        return new WorkspaceFunctions(
                (call, done) -> {
                    FunctionRunner runner = trusted.contains(call.function()) ? processes : FunctionRunner.UNTRUSTED;
                    runner.invoke(call, done);
                },
                processes::close);
    }
}
