package dev.sluice.app.frame;

import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the user is working on, the same on every screen: an API's stage, and a method of it. Selecting a method in one
 * screen selects it in all.
 */
public final class Selection {
    private static final String USUAL_STAGE = "prod";

    private final ObjectProperty<Optional<SelectedStage>> stage = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<SelectedMethod>> method = new SimpleObjectProperty<>(Optional.empty());

    /** Starts at the first API. */
    public static Selection in(Workspace workspace) {
        var selection = new Selection();
        workspace.restApis().stream().findFirst().ifPresent(selection::selectApi);
        return selection;
    }

    /** Never null; empty if the workspace has no API. */
    public ObjectProperty<Optional<SelectedStage>> stageProperty() {
        return stage;
    }

    /** Never null. */
    public ObjectProperty<Optional<SelectedMethod>> methodProperty() {
        return method;
    }

    /** Selects the API's stage {@value #USUAL_STAGE}, or its first if it has none of that name, and no method. */
    public void selectApi(RestApi api) {
        String name = usualStage(api).map(Stage::stageName).orElse("");
        method.set(Optional.empty());
        stage.set(Optional.of(new SelectedStage(api.id(), name)));
    }

    /** The stage {@value #USUAL_STAGE}, or the first if there is none of that name. */
    public static Optional<Stage> usualStage(RestApi api) {
        return api.stage(USUAL_STAGE).or(() -> api.stages().stream().findFirst());
    }

    /** @param stageName empty if the API has no stage yet */
    public record SelectedStage(String apiId, String stageName) {}

    /**
     * @param resourcePath path template, as <code>/users/{id}</code>
     * @param httpMethod upper case, or {@code ANY}
     */
    public record SelectedMethod(String apiId, String resourcePath, String httpMethod) {}
}
