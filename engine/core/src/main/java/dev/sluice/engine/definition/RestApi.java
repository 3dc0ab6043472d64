package dev.sluice.engine.definition;

import java.util.List;
import java.util.Optional;

/**
 * A REST API: the draft that is edited, its frozen deployments and the stages that serve them.
 *
 * @param id ten lower-case letters and digits
 * @param draft what a new deployment would freeze; requests never see it
 */
public record RestApi(String id, ApiDefinition draft, List<Deployment> deployments, List<Stage> stages) {
    public RestApi {
        deployments = List.copyOf(deployments);
        stages = List.copyOf(stages);
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
        return new RestApi(id, newDraft, deployments, stages);
    }

    public RestApi withStage(Stage stage) {
        return new RestApi(id, draft, deployments, Replaced.in(stages, stage, Stage::stageName));
    }
}
