package dev.sluice.app.kit.drawing;

/**
 * The device pixels under a drawing.
 *
 * @param scale device pixels in one logical pixel, more than 0
 */
public record PixelGrid(double scale) {

    /** The nearest pixel edge, in logical pixels. */
    public double snap(double position) {
        return Math.rint(position * scale) / scale;
    }

    /** A thickness of at least one device pixel, nearest to the one asked for; in logical pixels. */
    public double thickness(double logical) {
        return Math.max(1, Math.rint(logical * scale)) / scale;
    }

    /** Width of one device pixel in logical pixels. */
    public double pixel() {
        return 1 / scale;
    }
}
