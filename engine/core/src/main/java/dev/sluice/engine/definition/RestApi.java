package dev.sluice.engine.definition;

import java.util.List;
import java.util.Optional;

/**
 * A REST API: the draft that is edited, its frozen deployments and the stages that serve them.
 *
 * @param id ten lower-case letters and digits
 * @param draft what a new deployment would freeze; requests never see it
 */
public record RestApi(
        String id, ApiDefinition draft, List<Deployment> deployments, List<Stage> stages, ApiNotes notes) {
    public RestApi {
        deployments = List.copyOf(deployments);
        stages = List.copyOf(stages);
    }

    /** An API without notes. */
    public RestApi(String id, ApiDefinition draft, List<Deployment> deployments, List<Stage> stages) {
        this(id, draft, deployments, stages, ApiNotes.NONE);
    }

    public String name() {
        return draft.name();
    }

    public Optional<Stage> stage(String stageName) {
        return stages.stream()
                .filter(stage -> stage.stageName().equals(stageName))
                .findFirst();
    }

    public Optional<Deployment> deployment(String deploymentId) {
        return deployments.stream()
                .filter(deployment -> deployment.id().equals(deploymentId))
                .findFirst();
    }

    public RestApi withDraft(ApiDefinition newDraft) {
        return new RestApi(id, newDraft, deployments, stages, notes);
    }

    /** This API with the stage of the same name replaced, or added at the end. */
    public RestApi withStage(Stage stage) {
        return withStages(Replaced.in(stages, stage, Stage::stageName));
    }

    public RestApi withStages(List<Stage> newStages) {
        return new RestApi(id, draft, deployments, newStages, notes);
    }

    /** This API with the deployment of the same id replaced, or added at the end. */
    public RestApi withDeployment(Deployment deployment) {
        return withDeployments(Replaced.in(deployments, deployment, Deployment::id));
    }

    public RestApi withDeployments(List<Deployment> newDeployments) {
        return new RestApi(id, draft, newDeployments, stages, notes);
    }

    public RestApi withNotes(ApiNotes newNotes) {
        return new RestApi(id, draft, deployments, stages, newNotes);
    }
}
