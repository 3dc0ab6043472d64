package dev.sluice.app;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.opening.ConfigFolder;
import dev.sluice.app.opening.FolderPicker;
import dev.sluice.app.opening.Preferences;
import dev.sluice.app.opening.Sample;
import dev.sluice.app.opening.TrustDialog;
import dev.sluice.app.opening.TrustQuestion;
import dev.sluice.app.opening.WorkspaceOpener;
import dev.sluice.app.theme.Appearance;
import dev.sluice.app.theme.Fonts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;

/** The window as the toolkit sees it. Started by {@link #launch(Path)}. */
public final class WorkbenchApplication extends Application {
    private static final double WIDTH = 1_440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1_100;
    private static final double LEAST_HEIGHT = 700;

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Workbench> workbench = Optional.empty();

    /**
     * Opens the window on the workspace, and returns when it is closed.
     *
     * @param trusted whether programs that workspaces name as functions are started without a question
     */
    public static void launch(Path workspace, boolean trusted) {
        Application.launch(WorkbenchApplication.class, workspace.toString(), "--trust=" + trusted);
    }

    @Override
    public void start(Stage stage) {
        Fonts.load();
        var preferences = new Preferences(ConfigFolder.ofThisUser());
        var appearance = new Appearance();
        appearance.choose(preferences.theme());
        appearance.themeProperty().subscribe((before, now) -> preferences.rememberTheme(now));
        var bench = new Workbench(
                appearance,
                preferences,
                new WorkspaceOpener(trust(stage, preferences)),
                picker(stage),
                Sample.in(Sample.library()),
                background);
        workbench = Optional.of(bench);

        var scene = new Scene(bench.root(), WIDTH, HEIGHT);
        appearance.dress(scene);
        stage.setTitle(text("app.name"));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.show();
        List<String> folders = getParameters().getUnnamed();
        if (!folders.isEmpty()) {
            bench.open(Path.of(folders.getFirst()));
        }
    }

    @Override
    public void stop() {
        workbench.ifPresent(Workbench::close);
        background.shutdown();
    }

    private TrustQuestion trust(Stage stage, Preferences preferences) {
        boolean trusted = Boolean.parseBoolean(getParameters().getNamed().get("trust"));
        return trusted ? TrustQuestion.ALWAYS : TrustQuestion.remembering(preferences, new TrustDialog(() -> stage));
    }

    private static FolderPicker picker(Stage stage) {
        return () -> {
            var chooser = new DirectoryChooser();
            chooser.setTitle(text("command.openFolder"));
            return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
        };
    }
}
