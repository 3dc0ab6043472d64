package dev.sluice.app.cli;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.Problem.Severity;
import dev.sluice.engine.driver.live.ListenException;
import dev.sluice.engine.storage.OpenedWorkspace;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice serve}: serves a workspace until it is asked to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves a workspace on 127.0.0.1 until Ctrl-C; when ready, prints one line of JSON.")
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "WORKSPACE", description = "Folder of the workspace.")
    private Path workspace = Path.of(".");

    @Option(names = "--port", paramLabel = "P", description = "Port, default ${DEFAULT-VALUE}; 0 takes any free one.")
    private int port = 4567;

    @Option(names = "--with-errors", description = "Serve what could be read of a workspace with errors.")
    private boolean withErrors;

    @Mixin
    private TrustOption trust = new TrustOption();

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "--port is " + port + "; give 1 to 65535, or 0 for any free one");
        }
        PrintWriter err = spec.commandLine().getErr();
        OpenedWorkspace opened = WorkspaceFolder.open(workspace);
        if (!isWorkspace(workspace)) {
            err.println("sluice: " + opened.problems().getFirst().oneLine());
            return ExitCode.PREVENTED;
        }
        if (opened.hasErrors() && !withErrors) {
            err.println(refusal(opened));
            return ExitCode.PROBLEMS;
        }
        return serve(opened, err);
    }

    static boolean isWorkspace(Path folder) {
        return Files.isRegularFile(folder.resolve(WorkspaceFolder.SETTINGS_FILE));
    }

    private String refusal(OpenedWorkspace opened) {
        List<Problem> errors = opened.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        return "sluice: " + errors.getFirst().oneLine() + " [" + errors.size()
                + (errors.size() == 1 ? " error" : " errors") + "; sluice check " + workspace
                + " lists them, --with-errors serves the rest]";
    }

    private int serve(OpenedWorkspace opened, PrintWriter err) {
        try {
            OpenWorkspace serving = Serving.start(opened, port, trust.question(err));
            spec.commandLine().getOut().println(ReadyLine.of(serving));
            opened.problems().forEach(problem -> err.println(problem.oneLine()));
            err.println("Serving " + opened.workspace().name() + " on " + serving.baseUrl() + "; Ctrl-C stops.");
            untilStopped(serving);
            return ExitCode.OK;
        } catch (ListenException e) {
            err.println("sluice: " + e.getMessage() + " Say which with --port.");
            return ExitCode.PREVENTED;
        } catch (IOException e) {
            err.println("sluice: " + e.getMessage());
            return ExitCode.PREVENTED;
        }
    }

    /** Ctrl-C and SIGTERM end the program with 0: to stop is what was asked for. */
    static void untilStopped(OpenWorkspace serving) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            serving.close();
            Runtime.getRuntime().halt(ExitCode.OK);
        }));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
