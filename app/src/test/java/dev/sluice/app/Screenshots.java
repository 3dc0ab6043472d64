package dev.sluice.app;

import dev.sluice.app.theme.Appearance;
import dev.sluice.app.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Pictures of a window into {@code target/screenshots}: {@code NAME-light.png} and {@code NAME-dark.png} at 1280 by
 * 800, the same with {@code -large} at 1600 by 1000, and {@code NAME-light-150.png} at 150 percent. For people to look
 * at.
 */
public final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /** Takes all five pictures and leaves the window light and at 1280 by 800. Call off the FX thread. */
    public static void take(String name, Stage stage, Appearance appearance) {
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            String file = name + "-" + theme.name().toLowerCase(Texts.LOCALE);
            onFxThread(() -> appearance.choose(theme));
            resize(stage, 1600, 1000);
            save(file + "-large", stage.getScene(), 1);
            resize(stage, 1280, 800);
            save(file, stage.getScene(), 1);
        }
        save(name + "-light-150", stage.getScene(), 1.5);
    }

    /** Takes one picture of the scene as it is. */
    public static void save(String name, Scene scene, double scale) {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> picture(scene, scale));
        try {
            PngFile.write(image, FOLDER.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WritableImage picture(Scene scene, double scale) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(scene.getFill());
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.getRoot().snapshot(parameters, null);
    }

    private static void resize(Stage stage, double width, double height) {
        onFxThread(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void onFxThread(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }
}
