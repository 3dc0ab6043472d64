package dev.sluice.app.theme;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** Theme and zoom of the window, changed at once everywhere. FX thread only. */
public final class Appearance {
    /** Zoom steps in percent. */
    private static final List<Integer> ZOOM_STEPS = List.of(50, 67, 80, 90, 100, 110, 125, 150, 175, 200);

    private static final int FULL_SIZE = ZOOM_STEPS.indexOf(100);

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private int zoomStep = FULL_SIZE;

    /** Never null. */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Theme theme() {
        return theme.get();
    }

    /** The current theme's colours, for drawing. */
    public Palette palette() {
        return theme.get().palette();
    }

    public void choose(Theme chosen) {
        theme.set(chosen);
    }

    /** Factor on every length, 0.5 to 2. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    public void zoomIn() {
        zoomTo(zoomStep + 1);
    }

    public void zoomOut() {
        zoomTo(zoomStep - 1);
    }

    public void resetZoom() {
        zoomTo(FULL_SIZE);
    }

    /** Dresses the scene, now and whenever the theme changes. */
    public void dress(Scene scene) {
        scene.getStylesheets()
                .setAll(List.of(stylesheet("controls.css"), stylesheet("tokens.css"), stylesheet("workbench.css")));
        theme.subscribe(chosen -> {
            Application.setUserAgentStylesheet(chosen.userAgentStylesheet());
            scene.getRoot().getStyleClass().removeAll(Theme.LIGHT.styleClass(), Theme.DARK.styleClass());
            scene.getRoot().getStyleClass().add(chosen.styleClass());
        });
    }

    private void zoomTo(int step) {
        zoomStep = Math.clamp(step, 0, ZOOM_STEPS.size() - 1);
        zoom.set(ZOOM_STEPS.get(zoomStep) / 100.0);
    }

    private static String stylesheet(String file) {
        return Objects.requireNonNull(Appearance.class.getResource(file), file).toExternalForm();
    }
}
