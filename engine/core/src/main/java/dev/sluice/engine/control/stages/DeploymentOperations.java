package dev.sluice.engine.control.stages;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Stage.CanarySettings;
import dev.sluice.engine.definition.StageNotes;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Create, get, list, update and delete deployments; each throws ControlException with AWS's words. */
public final class DeploymentOperations {
    private DeploymentOperations() {}

    /** GetDeployments. */
    public static List<Deployment> list(Workspace workspace, String apiId) {
        return Lookup.api(workspace, apiId).deployments();
    }

    /** GetDeployment. */
    public static Deployment get(Workspace workspace, String apiId, String id) {
        return Lookup.api(workspace, apiId)
                .deployment(id)
                .orElseThrow(() -> ControlException.notFound("Invalid Deployment identifier specified"));
    }

    /**
     * CreateDeployment: freezes the draft, and moves or makes a stage if one is named.
     *
     * @param nowSeconds since 1970-01-01T00:00Z
     */
    public static Change<Deployment> create(Workspace workspace, String apiId, NewDeployment asked, long nowSeconds) {
        RestApi api = Lookup.api(workspace, apiId);
        asked.cacheClusterSize().ifPresent(StagePatches::checkSize);
        if (asked.canary().isPresent()) {
            checkCanary(api, asked.stageName());
        }
        if (api.draft().resources().stream()
                .allMatch(resource -> resource.methods().isEmpty())) {
            throw ControlException.badRequest("The REST API doesn't contain any methods");
        }
        boolean unfinished = api.draft().resources().stream()
                .flatMap(resource -> resource.methods().values().stream())
                .anyMatch(method -> method.integration().isNone());
        if (unfinished) {
            throw ControlException.badRequest("No integration defined for method");
        }
        var deployment = new Deployment(asked.id(), asked.description(), nowSeconds, api.draft());
        RestApi deployed = api.withDeployment(deployment);
        Optional<String> stageName = asked.stageName().filter(name -> !name.isEmpty());
        if (stageName.isPresent()) {
            deployed = deployed.withStage(stage(api, stageName.get(), asked, nowSeconds));
        }
        return new Change<>(workspace.withRestApi(deployed), deployment);
    }

    private static void checkCanary(RestApi api, Optional<String> stageName) {
        if (stageName.isEmpty() || stageName.get().isEmpty()) {
            throw ControlException.badRequest("Invalid deployment content specified.Non null and non empty stageName"
                    + " must be provided for canary deployment. Provided value is " + stageName.orElse("null"));
        }
        if (api.stage(stageName.get()).isEmpty()) {
            throw ControlException.badRequest("Invalid deployment content specified.Stage " + stageName.get()
                    + " must already be created before making a canary release deployment");
        }
    }

    private static Stage stage(RestApi api, String name, NewDeployment asked, long nowSeconds) {
        Optional<Stage> existing = api.stage(name);
        Stage stage = existing.orElseGet(() -> fresh(name, asked.id(), nowSeconds));
        if (asked.canary().isPresent()) {
            NewDeployment.Canary canary = asked.canary().get();
            stage = stage.withCanarySettings(Optional.of(new CanarySettings(
                    canary.percentTraffic(), asked.id(), canary.stageVariableOverrides(), canary.useStageCache())));
        } else {
            stage = stage.withDeploymentId(asked.id());
        }
        stage = stage.withNotes(stage.notes().updatedAt(nowSeconds))
                .withDescription(asked.stageDescription().orElse(stage.description()))
                .withTracingEnabled(asked.tracingEnabled().orElse(stage.tracingEnabled()))
                .withVariables(asked.variables().orElse(stage.variables()));
        return asked.cacheClusterEnabled().isEmpty()
                ? stage
                : stage.withCacheClusterSize(
                        cacheSize(asked.cacheClusterEnabled().get(), asked.cacheClusterSize()));
    }

    private static Stage fresh(String name, String deploymentId, long nowSeconds) {
        StageOperations.checkName(name);
        return new Stage(name, deploymentId, "", Map.of(), Map.of(), Optional.empty(), false)
                .withNotes(StageNotes.created(nowSeconds));
    }

    /** Size of a cache as the stage keeps it: none if it is off, the smallest if none is named. */
    public static Optional<String> cacheSize(boolean enabled, Optional<String> size) {
        return enabled ? size.or(() -> Optional.of("0.5")) : Optional.empty();
    }

    /** UpdateDeployment: its description. */
    public static Change<Deployment> update(
            Workspace workspace, String apiId, String id, List<PatchOperation> operations) {
        Deployment deployment = get(workspace, apiId, id);
        String description = deployment.description();
        for (PatchOperation operation : operations) {
            if (!operation.op().equals("replace") || !operation.path().equals(Optional.of("/description"))) {
                throw operation.wrongPath();
            }
            description = operation.value().orElse("");
        }
        var changed = new Deployment(id, description, deployment.createdDate(), deployment.definition());
        RestApi api = Lookup.api(workspace, apiId).withDeployment(changed);
        return new Change<>(workspace.withRestApi(api), changed);
    }

    /** DeleteDeployment: of one that no stage serves. */
    public static Workspace delete(Workspace workspace, String apiId, String id) {
        Deployment deployment = get(workspace, apiId, id);
        RestApi api = Lookup.api(workspace, apiId);
        boolean used = api.stages().stream()
                .anyMatch(stage -> stage.deploymentId().equals(id)
                        || stage.canarySettings()
                                .map(canary -> canary.deploymentId().equals(id))
                                .orElse(false));
        if (used) {
            throw ControlException.badRequest("Active stages pointing to this deployment must be moved or deleted");
        }
        List<Deployment> rest = api.deployments().stream()
                .filter(other -> !other.id().equals(deployment.id()))
                .toList();
        return workspace.withRestApi(api.withDeployments(rest));
    }
}
