package dev.sluice.engine.control.apis;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.Problem.Severity;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.ImportedApi;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiNotes;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import java.util.List;

/** OpenAPI documents become APIs, or parts of them; nothing is changed if one has errors (control-plane 7.2). */
public final class ImportOperations {
    private ImportOperations() {}

    /** An API and what was not carried over. */
    public record Imported(RestApi api, List<String> warnings) {}

    /** ImportRestApi. */
    public static Change<Imported> create(
            Workspace workspace, String apiId, byte[] document, boolean failOnWarnings, ApiNotes notes) {
        Read read = read(workspace, apiId, document, failOnWarnings);
        var api = new RestApi(apiId, read.definition(), List.of(), List.of(), notes);
        Change<RestApi> added = ApiOperations.add(workspace, api);
        return new Change<>(added.workspace(), new Imported(api, read.warnings()));
    }

    /** PutRestApi: the document replaces the draft, or its methods are laid over those that are there. */
    public static Change<Imported> put(
            Workspace workspace, String apiId, byte[] document, boolean failOnWarnings, boolean overwrite) {
        RestApi api = Lookup.api(workspace, apiId);
        Read read = read(workspace, apiId, document, failOnWarnings);
        RestApi changed =
                api.withDraft(overwrite ? read.definition() : MergedDefinition.of(api.draft(), read.definition()));
        return new Change<>(workspace.withRestApi(changed), new Imported(changed, read.warnings()));
    }

    private record Read(ApiDefinition definition, List<String> warnings) {}

    private static Read read(Workspace workspace, String apiId, byte[] document, boolean failOnWarnings) {
        var settings = new ImportSettings(
                apiId, workspace.account(), workspace.profile().timeoutCeiling());
        ImportedApi imported = OpenApiReader.read(isJson(document) ? "api.json" : "api.yaml", document, settings);
        ApiDefinition definition =
                imported.definition().orElseThrow(() -> ControlException.badRequest("Invalid OpenAPI input."));
        List<String> warnings = messages(imported, Severity.WARNING);
        if (imported.hasErrors()) {
            throw ControlException.badRequest(
                    "Errors found during import:\n\t" + String.join("\n\t", messages(imported, Severity.ERROR)));
        }
        if (failOnWarnings && !warnings.isEmpty()) {
            throw ControlException.badRequest("Warnings found during import:\n\t" + String.join("\n\t", warnings));
        }
        return new Read(definition, warnings);
    }

    private static List<String> messages(ImportedApi imported, Severity severity) {
        return imported.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(Problem::oneLine)
                .toList();
    }

    /** Clients do not say what they send: the first character does. */
    private static boolean isJson(byte[] document) {
        for (byte b : document) {
            if (b > ' ') {
                return b == '{';
            }
        }
        return false;
    }
}
