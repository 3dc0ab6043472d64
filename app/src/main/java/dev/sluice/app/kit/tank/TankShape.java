package dev.sluice.app.kit.tank;

/**
 * Where the parts of a tank lie, in logical pixels from its top left corner.
 *
 * @param width of the whole control
 * @param height of the whole control
 * @param left the vessel's left edge
 * @param top the vessel's rim
 * @param vesselWidth inside and walls
 * @param vesselHeight from the rim to the bottom
 * @param corner radius of the bottom corners
 * @param tap whether there is a tap, a gutter for refusals and the handles
 * @param rows lines of text below the vessel
 * @param strip height of the 60 s strip at the bottom, 0 for none
 */
record TankShape(
        double width,
        double height,
        double left,
        double top,
        double vesselWidth,
        double vesselHeight,
        double corner,
        boolean tap,
        int rows,
        double strip) {

    static final double ROW = 16;

    static final TankShape LARGE = new TankShape(136, 292, 8, 44, 88, 150, 16, true, 4, 28);
    static final TankShape MEDIUM = new TankShape(96, 164, 6, 28, 62, 92, 12, true, 2, 0);
    static final TankShape INLINE = new TankShape(14, 40, 0, 0, 14, 40, 3, false, 0, 0);

    double bottom() {
        return top + vesselHeight;
    }

    double right() {
        return left + vesselWidth;
    }

    /** Middle of the lane in which refused requests fall. */
    double gutter() {
        return (right() + width) / 2;
    }

    /** Baseline of text row {@code index}, counted from 0. */
    double baseline(int index) {
        return bottom() + 25 + index * ROW;
    }
}
