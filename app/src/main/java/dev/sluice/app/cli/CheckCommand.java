package dev.sluice.app.cli;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.storage.OpenedWorkspace;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice check}: prints a workspace's problems as compilers do. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Prints a workspace's problems as file:line:column; exit code 1 if one is an error.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "WORKSPACE", description = "Folder of the workspace.")
    private Path workspace = Path.of(".");

    @Override
    public Integer call() {
        OpenedWorkspace opened = WorkspaceFolder.open(workspace);
        PrintWriter out = spec.commandLine().getOut();
        for (Problem problem : opened.problems()) {
            out.println(problem.oneLine());
        }
        if (!ServeCommand.isWorkspace(workspace)) {
            return ExitCode.PREVENTED;
        }
        return opened.hasErrors() ? ExitCode.PROBLEMS : ExitCode.OK;
    }
}
