package dev.sluice.engine.execution.serving;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.execution.accesslog.AccessLogFormat;
import dev.sluice.engine.journal.Place;
import java.util.Map;
import java.util.Optional;

/**
 * One stage with the deployment it points to: the stage's own, or that of its canary.
 *
 * @param variables stage variables, with the canary's laid over them if this is the canary
 * @param canary whether requests come here as part of a canary; {@link Part#NONE} on a stage without one
 * @param place the stage as records name it
 * @param accessLog absent if the stage writes none
 */
public record ServedStage(
        String apiId,
        Stage stage,
        String deploymentId,
        ApiDefinition definition,
        RouteTree<ServedMethod> routes,
        Map<String, String> variables,
        BehaviourProfile profile,
        Part canary,
        Place place,
        Optional<AccessLogFormat> accessLog) {

    /** Which part of a stage's traffic a deployment serves. */
    public enum Part {
        /** The stage has no canary. */
        NONE,
        STAGE,
        CANARY
    }

    public String stageName() {
        return stage.stageName();
    }
}
