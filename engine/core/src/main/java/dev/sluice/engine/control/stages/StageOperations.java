package dev.sluice.engine.control.stages;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Get, list, create, update and delete stages. Each throws ControlException with AWS's words if it cannot be done. */
public final class StageOperations {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,128}");

    private StageOperations() {}

    /** GetStages: all, or those that serve one deployment. */
    public static List<Stage> list(Workspace workspace, String apiId, Optional<String> deploymentId) {
        return Lookup.api(workspace, apiId).stages().stream()
                .filter(stage -> deploymentId.isEmpty() || deploymentId.get().equals(stage.deploymentId()))
                .toList();
    }

    /** GetStage. */
    public static Stage get(Workspace workspace, String apiId, String stageName) {
        return Lookup.stage(workspace, apiId, stageName);
    }

    /** CreateStage. */
    public static Change<Stage> create(Workspace workspace, String apiId, Stage stage) {
        RestApi api = Lookup.api(workspace, apiId);
        checkName(stage.stageName());
        stage.cacheClusterSize().ifPresent(StagePatches::checkSize);
        if (api.stage(stage.stageName()).isPresent()) {
            throw ControlException.conflict("Stage already exists");
        }
        if (api.deployment(stage.deploymentId()).isEmpty()) {
            throw ControlException.badRequest("Deployment id does not exist");
        }
        boolean canaryIsThere = stage.canarySettings()
                .map(canary -> api.deployment(canary.deploymentId()).isPresent())
                .orElse(true);
        if (!canaryIsThere) {
            throw ControlException.badRequest("Deployment id does not exist");
        }
        return new Change<>(workspace.withRestApi(api.withStage(stage)), stage);
    }

    /**
     * UpdateStage: all operations or none.
     *
     * @param nowSeconds since 1970-01-01T00:00Z
     */
    public static Change<Stage> update(
            Workspace workspace, String apiId, String stageName, List<PatchOperation> operations, long nowSeconds) {
        Stage stage = Lookup.stage(workspace, apiId, stageName);
        RestApi api = Lookup.api(workspace, apiId);
        Stage patched = new StagePatches(api, stage, workspace.account().throttle()).apply(operations);
        Stage changed = patched.withNotes(patched.notes().updatedAt(nowSeconds));
        return new Change<>(workspace.withRestApi(api.withStage(changed)), changed);
    }

    /** DeleteStage. Its usage plans lose it: a plan cannot hold a stage that is not there. */
    public static Workspace delete(Workspace workspace, String apiId, String stageName) {
        Stage stage = Lookup.stage(workspace, apiId, stageName);
        RestApi api = Lookup.api(workspace, apiId);
        List<Stage> rest =
                api.stages().stream().filter(other -> !other.equals(stage)).toList();
        return Dangling.withoutStage(workspace.withRestApi(api.withStages(rest)), apiId, stageName);
    }

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw ControlException.badRequest("Stage name only allows a-zA-Z0-9-_");
        }
    }

    /** Key of a method's settings as AWS answers it: {@code users/GET}, without the first slash (recorded). */
    public static String shownKey(String key) {
        return key.startsWith("/") ? key.substring(1) : key;
    }
}
