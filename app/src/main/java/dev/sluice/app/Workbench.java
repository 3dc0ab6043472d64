package dev.sluice.app;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.console.ConsoleModel;
import dev.sluice.app.console.ConsoleScreen;
import dev.sluice.app.design.DesignModel;
import dev.sluice.app.design.DesignScreen;
import dev.sluice.app.frame.BottomPanel;
import dev.sluice.app.frame.Command;
import dev.sluice.app.frame.FramePump;
import dev.sluice.app.frame.FrameSource;
import dev.sluice.app.frame.FrameView;
import dev.sluice.app.frame.Navigation;
import dev.sluice.app.frame.Screen;
import dev.sluice.app.frame.Selection;
import dev.sluice.app.frame.StatusBar;
import dev.sluice.app.frame.StatusModel;
import dev.sluice.app.kit.CopyButton;
import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Outcome;
import dev.sluice.app.kit.OutcomeMark;
import dev.sluice.app.load.LoadModel;
import dev.sluice.app.load.LoadScreen;
import dev.sluice.app.opening.FolderPicker;
import dev.sluice.app.opening.Preferences;
import dev.sluice.app.opening.Recent;
import dev.sluice.app.opening.Sample;
import dev.sluice.app.opening.WorkspaceOpener;
import dev.sluice.app.start.StartActions;
import dev.sluice.app.start.StartModel;
import dev.sluice.app.start.StartScreen;
import dev.sluice.app.theme.Appearance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * The workbench put together by hand: it opens workspaces, and builds the window's content over what is open. FX thread
 * only, but for the opening itself, which runs in the background.
 */
public final class Workbench implements StartActions {
    private final StackPane root = new StackPane();
    private final Appearance appearance;
    private final Preferences preferences;
    private final WorkspaceOpener opener;
    private final FolderPicker picker;
    private final Executor background;
    private final List<Sample> samples;
    private Optional<OpenWorkspace> workspace = Optional.empty();
    private Optional<FramePump> pump = Optional.empty();
    private Navigation navigation;

    /** @param background runs what takes time */
    public Workbench(
            Appearance appearance,
            Preferences preferences,
            WorkspaceOpener opener,
            FolderPicker picker,
            List<Sample> samples,
            Executor background) {
        this.appearance = appearance;
        this.preferences = preferences;
        this.opener = opener;
        this.picker = picker;
        this.samples = List.copyOf(samples);
        this.background = background;
        navigation = new Navigation(List.of(startScreen(Optional.empty())));
        showWithout(new Label());
    }

    /** What fills the window. */
    public Parent root() {
        return root;
    }

    /** The workspace that is being served, if any. */
    public Optional<OpenWorkspace> workspace() {
        return workspace;
    }

    public Navigation navigation() {
        return navigation;
    }

    @Override
    public void open(Path folder) {
        if (workspace.isEmpty()) {
            showWithout(opening(folder));
        }
        background.execute(() -> {
            try {
                OpenWorkspace opened = opener.open(folder);
                Platform.runLater(() -> show(opened));
            } catch (IOException | RuntimeException e) {
                String why = String.valueOf(e.getMessage());
                Platform.runLater(() -> showFailure(why));
            }
        });
    }

    @Override
    public void pickFolder() {
        picker.pick().ifPresent(this::open);
    }

    @Override
    public boolean has(String screenId) {
        return navigation.screens().stream().anyMatch(screen -> screen.id().equals(screenId));
    }

    @Override
    public void go(String screenId) {
        navigation.go(screenId);
    }

    /** Stops the engine that runs. */
    public void close() {
        pump.ifPresent(FramePump::stop);
        workspace.ifPresent(OpenWorkspace::close);
        workspace = Optional.empty();
    }

    /** The screens over a workspace besides Start, in the rail's order. */
    private List<Screen> screens(OpenWorkspace open, Selection selection) {
        var design = new DesignModel(open::definition, selection, open.baseUrl());
        var console = new ConsoleScreen(new ConsoleModel(open));
        var load = new LoadScreen(new LoadModel(open), appearance.themeProperty());
        return List.of(new DesignScreen(design, () -> go(DesignScreen.ID)), console, load);
    }

    private void show(OpenWorkspace opened) {
        OpenWorkspace before = workspace.orElse(null);
        pump.ifPresent(FramePump::stop);
        workspace = Optional.of(opened);
        if (before != null) {
            background.execute(before::close);
        }
        preferences.remember(
                new Recent(opened.folder(), opened.definition().name(), System.currentTimeMillis() / 1_000));
        var selection = Selection.in(opened.definition());
        List<Screen> others = screens(opened, selection);
        // Start asks which screens there are, so they must be known before it is made.
        navigation = new Navigation(others);
        var all = new ArrayList<Screen>(List.of(startScreen(Optional.empty())));
        all.addAll(others);
        navigation = new Navigation(all);
        showFrame(opened, selection);
    }

    private void showFrame(OpenWorkspace opened, Selection selection) {
        var panel = new BottomPanel(new Names(opened::definition), opened.problems());
        var status = new StatusModel(opened::definition);
        var stage = new SimpleStringProperty();
        selection
                .stageProperty()
                .subscribe(selected ->
                        stage.set(selected.filter(s -> !s.stageName().isEmpty())
                                .map(s -> text("status.stage", s.stageName()))
                                .orElse(text("status.noStage"))));
        var frames = new ArrayList<FrameView>(1);
        var bar = new StatusBar(
                status,
                opened.port(),
                opened.baseUrl(),
                stage,
                opened.problems().size(),
                () -> {
                    frames.forEach(FrameView::openPanel);
                    panel.showProblems();
                });
        var frame = new FrameView(
                navigation,
                appearance,
                opened.definition().name(),
                running(opened),
                Optional.of(panel),
                bar,
                List.of(
                        Command.of(text("command.openFolder"), "fth-folder", "Shortcut+O", this::pickFolder),
                        Command.of(text("command.copyBaseUrl"), "fth-copy", () -> CopyButton.copy(opened.baseUrl()))));
        frames.add(frame);
        frame.openPanel();
        root.getChildren().setAll(frame);
        startPump(opened, frame, panel, status);
    }

    private void startPump(OpenWorkspace opened, FrameView frame, BottomPanel panel, StatusModel status) {
        var frames = new FramePump(
                FrameSource.of(opened),
                () -> root.getScene() != null
                        && root.getScene().getWindow() != null
                        && root.getScene().getWindow().isFocused());
        for (Screen screen : navigation.screens()) {
            frames.add(() -> navigation.current() == screen, screen::frame);
        }
        frames.add(frame::isPanelOpen, panel::frame);
        frames.add(() -> true, tick -> status.show(tick.snapshot()));
        frames.start();
        pump = Optional.of(frames);
    }

    private void showFailure(String why) {
        if (workspace.isEmpty()) {
            navigation = new Navigation(List.of(startScreen(Optional.of(why))));
            showWithout(new Label());
        } else {
            var start = startScreen(Optional.of(why));
            var all = new ArrayList<Screen>(navigation.screens());
            all.set(0, start);
            navigation = new Navigation(all);
            pump.ifPresent(FramePump::stop);
            workspace.ifPresent(open -> showFrame(open, Selection.in(open.definition())));
        }
    }

    private void showWithout(Node state) {
        root.getChildren()
                .setAll(new FrameView(
                        navigation,
                        appearance,
                        text("app.name"),
                        state,
                        Optional.empty(),
                        new StatusBar(),
                        List.of(Command.of(text("command.openFolder"), "fth-folder", "Shortcut+O", this::pickFolder))));
    }

    private Screen startScreen(Optional<String> failure) {
        return new StartScreen(new StartModel(preferences, samples, workspace, failure), this);
    }

    private static HBox running(OpenWorkspace opened) {
        var state = new HBox(
                new OutcomeMark(Outcome.OK), new Label(text("header.running", Integer.toString(opened.port()))));
        state.getStyleClass().add("engine-state");
        return state;
    }

    private static HBox opening(Path folder) {
        var progress = new ProgressIndicator();
        progress.setPrefSize(14, 14);
        var state = new HBox(progress, new Label(text("header.opening", String.valueOf(folder.getFileName()))));
        state.getStyleClass().add("engine-state");
        return state;
    }
}
