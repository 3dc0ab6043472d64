package dev.sluice.app.kit.drawing;

import dev.sluice.app.theme.Palette;
import dev.sluice.app.theme.Theme;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.FontSmoothingType;

/** A region that draws itself on a canvas of its own size. FX thread only. */
public abstract class Drawing extends Region {
    private final Canvas canvas = new Canvas();
    private final ObservableValue<Theme> theme;

    /** @param theme whose colours are drawn with; the region redraws when it changes */
    protected Drawing(ObservableValue<Theme> theme) {
        this.theme = theme;
        canvas.setManaged(false);
        canvas.getGraphicsContext2D().setFontSmoothingType(FontSmoothingType.GRAY);
        getChildren().add(canvas);
        theme.addListener((value, before, now) -> redraw());
    }

    /** Draws everything; the canvas has been cleared. */
    protected abstract void paint(GraphicsContext g, PixelGrid grid, Palette colours);

    /** Draws again, now. */
    public final void redraw() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width > 0 && height > 0) {
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, width, height);
            paint(g, grid(), theme.getValue().palette());
        }
    }

    private PixelGrid grid() {
        Scene scene = getScene();
        boolean shown = scene != null && scene.getWindow() != null;
        double output = shown ? scene.getWindow().getOutputScaleX() : 1;
        double zoom = Math.abs(getLocalToSceneTransform().getMxx());
        return new PixelGrid(output * (zoom == 0 ? 1 : zoom));
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            redraw();
        }
    }
}
