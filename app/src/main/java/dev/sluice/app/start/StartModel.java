package dev.sluice.app.start;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.app.opening.Preferences;
import dev.sluice.app.opening.Recent;
import dev.sluice.app.opening.Sample;
import dev.sluice.app.opening.WorkspaceOpener;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What the Start page offers and tells. */
public final class StartModel {
    private final Preferences preferences;
    private final List<Sample> samples;
    private final Optional<OpenWorkspace> workspace;
    private final Optional<String> failure;
    private final BooleanProperty welcome;
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper throttled = new ReadOnlyBooleanWrapper();

    /** @param failure why the last attempt to open something failed */
    public StartModel(
            Preferences preferences,
            List<Sample> samples,
            Optional<OpenWorkspace> workspace,
            Optional<String> failure) {
        this.preferences = preferences;
        this.samples = List.copyOf(samples);
        this.workspace = workspace;
        this.failure = failure;
        welcome = new SimpleBooleanProperty(workspace.isPresent() && !preferences.isWelcomeDone());
    }

    public List<Sample> samples() {
        return samples;
    }

    public List<Recent> recents() {
        return preferences.recents();
    }

    public boolean isThere(Recent recent) {
        return Files.isDirectory(recent.folder());
    }

    public Optional<String> failure() {
        return failure;
    }

    public Optional<OpenWorkspace> workspace() {
        return workspace;
    }

    /** Said when the preferred port was taken. */
    public Optional<String> otherPort() {
        return workspace
                .filter(open -> open.port() != WorkspaceOpener.PREFERRED_PORT)
                .map(open -> text(
                        "start.otherPort",
                        Integer.toString(WorkspaceOpener.PREFERRED_PORT),
                        Integer.toString(open.port())));
    }

    /** Whether the three steps of the first run are shown. */
    public ReadOnlyBooleanProperty welcomeProperty() {
        return welcome;
    }

    public void endWelcome() {
        preferences.rememberWelcomeDone();
        welcome.set(false);
    }

    /** Whether a first request was answered. */
    public ReadOnlyBooleanProperty answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /** Whether a first request got 429. */
    public ReadOnlyBooleanProperty throttledProperty() {
        return throttled.getReadOnlyProperty();
    }

    void show(EngineSnapshot snapshot) {
        answered.set(snapshot.totals().requests() > 0);
        throttled.set(snapshot.totals().throttled() + snapshot.totals().overQuota() > 0);
    }

    /** A command line that calls the stage: a GET that needs no path parameter, with a key if it wants one. */
    static String curl(Workspace workspace, RestApi api, String invokeUrl) {
        for (Resource resource : api.draft().resources()) {
            Method get = resource.methods().get("GET");
            if (get != null && resource.path().length() > 1 && !resource.path().contains("{")) {
                return "curl -i " + key(workspace, get) + invokeUrl + resource.path();
            }
        }
        return "curl -i " + invokeUrl + "/";
    }

    private static String key(Workspace workspace, Method method) {
        return workspace.apiKeys().stream()
                .filter(key -> method.apiKeyRequired() && key.enabled())
                .map(ApiKey::value)
                .findFirst()
                .map(value -> "-H 'x-api-key: " + value + "' ")
                .orElse("");
    }

    /** {@code today}, {@code 3 days ago}. */
    static String ago(long openedSeconds, long nowSeconds) {
        long days = Duration.between(Instant.ofEpochSecond(openedSeconds), Instant.ofEpochSecond(nowSeconds))
                .toDays();
        if (days < 1) {
            return text("start.today");
        }
        return days == 1 ? text("start.yesterday") : text("start.daysAgo", Long.toString(days));
    }
}
