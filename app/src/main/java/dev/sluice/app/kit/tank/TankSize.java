package dev.sluice.app.kit.tank;

/** The sizes in which a tank comes. */
public enum TankSize {
    /** With tap, handles, all numbers and the last minute. */
    LARGE(TankShape.LARGE),
    /** With tap and the most important numbers. */
    MEDIUM(TankShape.MEDIUM),
    /** For a table cell: the level alone. */
    INLINE(TankShape.INLINE);

    private final TankShape shape;

    TankSize(TankShape shape) {
        this.shape = shape;
    }

    TankShape shape() {
        return shape;
    }
}
