package dev.sluice.app.kit;

import dev.sluice.app.theme.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcType;

/** An {@link Outcome} as a small shape of its colour, 10 pixels wide; as a node, or drawn on a canvas. */
public final class OutcomeMark extends Region {
    /** @param outcome the shape and colour; see {@link Outcome} */
    public OutcomeMark(Outcome outcome) {
        getStyleClass().add("outcome-mark");
        show(outcome);
    }

    /** Shows another outcome from now on. */
    public void show(Outcome outcome) {
        getStyleClass().setAll("outcome-mark", outcome.styleClass());
    }

    /**
     * Draws the mark.
     *
     * @param x left edge in pixels
     * @param y top edge in pixels
     * @param size width and height in pixels
     */
    public static void draw(GraphicsContext canvas, Outcome outcome, Palette palette, double x, double y, double size) {
        canvas.setFill(outcome.color(palette));
        canvas.setStroke(outcome.color(palette));
        double middleX = x + size / 2;
        double middleY = y + size / 2;
        switch (outcome) {
            case OK -> canvas.fillOval(x, y, size, size);
            case CLIENT_ERROR -> polygon(canvas, middleX, y, x + size, middleY, middleX, y + size, x, middleY);
            case THROTTLED -> polygon(canvas, x, y + size * 0.1, x + size, y + size * 0.1, middleX, y + size);
            case SERVER_ERROR -> cross(canvas, x, y, size);
            case CACHED -> canvas.fillArc(x, y, size, size, 90, 180, ArcType.CHORD);
            case DROPPED -> canvas.strokeOval(x + 0.5, y + 0.5, size - 1, size - 1);
        }
    }

    private static void polygon(GraphicsContext canvas, double... corners) {
        int count = corners.length / 2;
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = corners[2 * i];
            ys[i] = corners[2 * i + 1];
        }
        canvas.fillPolygon(xs, ys, count);
    }

    private static void cross(GraphicsContext canvas, double x, double y, double size) {
        double inset = size * 0.15;
        canvas.setLineWidth(size * 0.25);
        canvas.strokeLine(x + inset, y + inset, x + size - inset, y + size - inset);
        canvas.strokeLine(x + size - inset, y + inset, x + inset, y + size - inset);
        canvas.setLineWidth(1);
    }
}
