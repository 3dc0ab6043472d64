package dev.sluice.engine.control;

import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;

/** Things by id, or AWS's words for one that is not there. */
public final class Lookup {
    private Lookup() {}

    public static RestApi api(Workspace workspace, String apiId) {
        return workspace
                .restApi(apiId)
                .orElseThrow(() -> ControlException.notFound("Invalid API identifier specified "
                        + workspace.account().accountId() + ":" + apiId));
    }

    public static Stage stage(Workspace workspace, String apiId, String stageName) {
        return api(workspace, apiId)
                .stage(stageName)
                .orElseThrow(() -> ControlException.notFound("Invalid Stage identifier specified"));
    }
}
