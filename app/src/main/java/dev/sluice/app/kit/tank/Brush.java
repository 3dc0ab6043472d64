package dev.sluice.app.kit.tank;

import dev.sluice.app.kit.drawing.PixelGrid;
import dev.sluice.app.theme.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * What every part of a tank is drawn with.
 *
 * @param nowNanos drives what moves; nanoseconds since 1970-01-01T00:00Z
 */
record Brush(GraphicsContext g, PixelGrid grid, Palette colours, TankShape shape, long nowNanos) {

    /** A rectangle whose four edges lie on device pixels. */
    void block(double x, double y, double width, double height) {
        double left = grid.snap(x);
        double top = grid.snap(y);
        g.fillRect(left, top, grid.snap(x + width) - left, grid.snap(y + height) - top);
    }

    /** A horizontal line one device pixel thick or more. */
    void rule(double x, double y, double width, double thickness) {
        double thick = grid.thickness(thickness);
        double top = grid.snap(y - thick / 2);
        g.fillRect(grid.snap(x), top, grid.snap(x + width) - grid.snap(x), thick);
    }

    /** A dashed horizontal line. */
    void dashes(double x, double y, double width, double dash, double gap) {
        for (double at = x; at < x + width; at += dash + gap) {
            rule(at, y, Math.min(dash, x + width - at), 1);
        }
    }

    /** A disc around a middle. */
    void disc(double x, double y, double radius) {
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** The refused request's mark: a triangle that points down, around a middle. */
    void refusal(double x, double y, double radius) {
        g.fillPolygon(
                new double[] {x - radius, x + radius, x},
                new double[] {y - radius * 0.75, y - radius * 0.75, y + radius * 0.95},
                3);
    }

    /** The colour with a share of its opacity, 0 to 1. */
    static Color faint(Color colour, double share) {
        return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getOpacity() * share);
    }
}
