package dev.sluice.app.cli;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.storage.OpenedWorkspace;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice open}: the window; without a display the same workspace is served headless. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Opens the workbench; without a display it serves the workspace and prints curl lines to try.")
final class OpenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "WORKSPACE", description = "Folder of the workspace.")
    private Path workspace = Path.of("sample-apis", "troubleshooting-429");

    @Mixin
    private TrustOption trust = new TrustOption();

    @Override
    public Integer call() {
        Optional<String> hindrance = Window.open(workspace, trust.isGiven());
        return hindrance.isEmpty() ? ExitCode.OK : serveInstead(hindrance.get());
    }

    private int serveInstead(String hindrance) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("No window: " + hindrance + " Serving " + workspace + " headless instead.");
        OpenedWorkspace opened = WorkspaceFolder.open(workspace);
        opened.problems().forEach(problem -> err.println(problem.oneLine()));
        if (opened.hasErrors()) {
            return ServeCommand.isWorkspace(workspace) ? ExitCode.PROBLEMS : ExitCode.PREVENTED;
        }
        try {
            OpenWorkspace serving = Serving.start(opened, 0, trust.question(err));
            spec.commandLine().getOut().println(ReadyLine.of(serving));
            printCurlLines(serving, err);
            ServeCommand.untilStopped(serving);
            return ExitCode.OK;
        } catch (IOException e) {
            err.println("sluice: " + e.getMessage());
            return ExitCode.PREVENTED;
        }
    }

    private static void printCurlLines(OpenWorkspace serving, PrintWriter err) {
        String key = serving.definition().apiKeys().stream()
                .map(ApiKey::value)
                .findFirst()
                .map(value -> " -H 'x-api-key: " + value + "'")
                .orElse("");
        err.println("Try, from another terminal (Ctrl-C here stops):");
        for (RestApi api : serving.definition().restApis()) {
            for (var stage : api.stages()) {
                api.draft().resources().stream()
                        .filter(resource -> resource.methods().containsKey("GET")
                                && !resource.path().contains("{"))
                        .limit(3)
                        .forEach(resource -> err.println("  curl -i" + key + " "
                                + serving.invokeUrl(api.id(), stage.stageName()) + resource.path()));
            }
        }
    }
}
