package dev.sluice.app.design;

import dev.sluice.app.design.TreeEntry.ApiEntry;
import dev.sluice.app.frame.Selection;
import dev.sluice.app.frame.Selection.SelectedMethod;
import dev.sluice.app.frame.Selection.SelectedStage;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the Design screen shows: the tree under the filter, and the selected method and box. */
public final class DesignModel {
    private final Supplier<Workspace> workspace;
    private final String baseUrl;
    private final Selection selection;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<DiagramBox> box = new SimpleObjectProperty<>(DiagramBox.METHOD_REQUEST);

    /** @param baseUrl of the listener, without a trailing slash */
    public DesignModel(Supplier<Workspace> workspace, Selection selection, String baseUrl) {
        this.workspace = workspace;
        this.selection = selection;
        this.baseUrl = baseUrl;
    }

    /** See {@link MethodFilter}. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The box whose settings the inspector shows; never null. */
    public ObjectProperty<DiagramBox> boxProperty() {
        return box;
    }

    public Selection selection() {
        return selection;
    }

    public Workspace workspace() {
        return workspace.get();
    }

    /** Names of the selected API's stages. */
    public List<String> stageNames() {
        return selectedApi().stream()
                .flatMap(api -> api.stages().stream())
                .map(Stage::stageName)
                .toList();
    }

    /** Makes this the stage that marks, limits and URLs are about. */
    public void selectStage(String stageName) {
        selectedApi()
                .ifPresent(api -> selection.stageProperty().set(Optional.of(new SelectedStage(api.id(), stageName))));
    }

    /** Selects the method, and its API with the first stage if another was selected. */
    public void select(String apiId, String resourcePath, String httpMethod) {
        if (selectedApi().filter(api -> api.id().equals(apiId)).isEmpty()) {
            workspace.get().restApi(apiId).ifPresent(selection::selectApi);
        }
        selection.methodProperty().set(Optional.of(new SelectedMethod(apiId, resourcePath, httpMethod)));
    }

    /** One branch for each API that has something to show. */
    public List<TreeBranch> tree() {
        var methods = new MethodFilter(filter.get());
        return workspace.get().restApis().stream()
                .map(api -> new TreeBranch(
                        new ApiEntry(api.id(), api.name()),
                        new ResourceTree(workspace.get(), api, stageNameFor(api), methods).branches()))
                .filter(branch -> methods.isEmpty() || !branch.children().isEmpty())
                .toList();
    }

    /** The selected method on the selected stage; empty if none is selected or it is gone. */
    public Optional<MethodDescription> description() {
        return selection.methodProperty().get().flatMap(this::describe);
    }

    private Optional<MethodDescription> describe(SelectedMethod selected) {
        return workspace
                .get()
                .restApi(selected.apiId())
                .flatMap(api -> api.draft()
                        .resource(selected.resourcePath())
                        .flatMap(resource -> Optional.ofNullable(
                                        resource.methods().get(selected.httpMethod()))
                                .map(method -> describe(api, resource, method))));
    }

    private MethodDescription describe(RestApi api, Resource resource, Method method) {
        String stageName = stageNameFor(api);
        Optional<Stage> stage = api.stage(stageName);
        Optional<ApiDefinition> deployed =
                stage.flatMap(s -> api.deployment(s.deploymentId())).map(Deployment::definition);
        return new MethodDescription(
                resource.path(),
                method,
                method.authorization().authorizerId().flatMap(api.draft()::authorizer),
                DeploymentState.of(resource.path(), method, deployed),
                stageName,
                baseUrl + "/_aws/execute-api/" + api.id() + "/" + stageName + resource.path(),
                stage.map(s -> EffectiveLimits.of(
                                workspace.get(),
                                api.id(),
                                s,
                                resource.path() + "/" + method.httpMethod(),
                                method.apiKeyRequired()))
                        .orElse(List.of()));
    }

    private Optional<RestApi> selectedApi() {
        return selection.stageProperty().get().flatMap(stage -> workspace.get().restApi(stage.apiId()));
    }

    private String stageNameFor(RestApi api) {
        return selection
                .stageProperty()
                .get()
                .filter(stage -> stage.apiId().equals(api.id()))
                .map(SelectedStage::stageName)
                .orElseGet(() ->
                        api.stages().isEmpty() ? "" : api.stages().getFirst().stageName());
    }
}
