package dev.sluice.engine.control.stages;

import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Optional;

/** Get, list, create, update and delete stages. Each throws ControlException with AWS's words if it cannot be done. */
public final class StageOperations {
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

    /** Key of a method's settings as AWS answers it: {@code users/GET}, without the first slash (recorded). */
    public static String shownKey(String key) {
        return key.startsWith("/") ? key.substring(1) : key;
    }
}
