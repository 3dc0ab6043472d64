package dev.sluice.app.cli;

import dev.sluice.engine.control.StableId;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.ImportedApi;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.storage.OpenedWorkspace;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice import}: adds the API of an OpenAPI document to a workspace; nothing is written if it has errors. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Adds the API of an OpenAPI document to a workspace, which is created if it is not there.")
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "OpenAPI 3.0 or Swagger 2.0, JSON or YAML.")
    private Path file = Path.of("");

    @Option(names = "--into", required = true, paramLabel = "WORKSPACE", description = "Folder of the workspace.")
    private Path workspace = Path.of("");

    @Option(names = "--deploy", paramLabel = "STAGE", defaultValue = "", description = "Deploy the API to this stage.")
    private String stage = "";

    @Option(names = "--with-errors", description = "Import what could be read of a document with errors.")
    private boolean withErrors;

    @Override
    public Integer call() {
        if (!stage.isEmpty() && !stage.matches("[A-Za-z0-9_-]{1,128}")) {
            throw new ParameterException(
                    spec.commandLine(), "the stage \"" + stage + "\" must be 1 to 128 letters, digits, _ and -");
        }
        PrintWriter err = spec.commandLine().getErr();
        try {
            byte[] bytes = Files.readAllBytes(file);
            boolean created = !Files.exists(workspace.resolve(WorkspaceFolder.SETTINGS_FILE));
            OpenedWorkspace opened = WorkspaceFolder.open(workspace);
            if (!created && opened.hasErrors()) {
                err.println("sluice: the workspace " + workspace
                        + " has errors; sluice check lists them. Nothing was written.");
                return ExitCode.PROBLEMS;
            }
            String name = String.valueOf(workspace.toAbsolutePath().normalize().getFileName());
            return add(bytes, created ? Workspace.empty(name) : opened.workspace(), opened.folder(), err);
        } catch (IOException e) {
            err.println("sluice: cannot read or write: " + e.getMessage());
            return ExitCode.PREVENTED;
        }
    }

    private int add(byte[] bytes, Workspace into, WorkspaceFolder folder, PrintWriter err) throws IOException {
        String id = freeId(into);
        var settings = new ImportSettings(id, into.account(), into.profile().timeoutCeiling());
        ImportedApi imported = OpenApiReader.read(file.toString(), bytes, settings);
        imported.problems().forEach(problem -> err.println(problem.oneLine()));
        Optional<ApiDefinition> definition = imported.definition();
        if (definition.isEmpty() || (imported.hasErrors() && !withErrors)) {
            err.println("sluice: nothing was written"
                    + (definition.isEmpty() ? "." : "; --with-errors imports what could be read."));
            return ExitCode.PROBLEMS;
        }
        folder.save(into.withRestApi(api(id, definition.get())));
        spec.commandLine().getOut().println(summary(id, definition.get()));
        return ExitCode.OK;
    }

    private String freeId(Workspace into) {
        String name = String.valueOf(file.getFileName());
        String id = StableId.of("api", name);
        for (int count = 2; into.restApi(id).isPresent(); count++) {
            id = StableId.of("api", name, Integer.toString(count));
        }
        return id;
    }

    private RestApi api(String id, ApiDefinition definition) {
        if (stage.isEmpty()) {
            return new RestApi(id, definition, List.of(), List.of());
        }
        String deploymentId = StableId.of("deployment", id, "1");
        long nowSeconds = System.currentTimeMillis() / 1_000;
        var deployment = new Deployment(deploymentId, "Imported from " + file.getFileName(), nowSeconds, definition);
        return new RestApi(
                id,
                definition,
                List.of(deployment),
                List.of(new Stage(stage, deploymentId, "", Map.of(), Map.of(), Optional.empty(), false)));
    }

    private String summary(String id, ApiDefinition definition) {
        long methods = definition.resources().stream()
                .mapToLong(resource -> resource.methods().size())
                .sum();
        return "Imported " + definition.name() + " as " + id + ": "
                + definition.resources().size() + " resources, " + methods + " methods"
                + (stage.isEmpty() ? "; not deployed." : "; deployed to " + stage + ".");
    }
}
