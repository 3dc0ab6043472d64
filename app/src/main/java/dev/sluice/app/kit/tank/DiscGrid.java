package dev.sluice.app.kit.tank;

/**
 * Where to put up to 40 countable tokens in a vessel: rows from the bottom up, discs as large as fit.
 *
 * @param columns discs in a full row
 * @param rows rows for all of them
 * @param cell distance between middles
 */
record DiscGrid(int columns, int rows, double cell) {
    private static final double LARGEST_CELL = 26;

    static DiscGrid fit(int discs, double width, double height) {
        DiscGrid best = new DiscGrid(1, discs, 0);
        for (int columns = 1; columns <= discs; columns++) {
            int rows = (discs + columns - 1) / columns;
            double cell = Math.min(LARGEST_CELL, Math.min(width / columns, height / rows));
            if (cell > best.cell) {
                best = new DiscGrid(columns, rows, cell);
            }
        }
        return best;
    }

    /** Middle of disc {@code index} from the left edge of a block of this grid centred in {@code width}. */
    double x(int index, double width) {
        return (width - columns * cell) / 2 + (index % columns + 0.5) * cell;
    }

    /** Middle of disc {@code index} above the bottom. */
    double up(int index) {
        return (index / columns + 0.5) * cell;
    }
}
