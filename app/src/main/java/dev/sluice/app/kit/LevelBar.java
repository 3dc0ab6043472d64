package dev.sluice.app.kit;

import javafx.scene.layout.Region;

/** How full something is, as a flat horizontal bar. */
public final class LevelBar extends Region {
    private final Region fill = new Region();
    private double level;

    public LevelBar() {
        getStyleClass().add("level-bar");
        fill.getStyleClass().add("level-fill");
        getChildren().add(fill);
    }

    /** @param newLevel 0 empty to 1 full */
    public void show(double newLevel) {
        level = Math.clamp(newLevel, 0, 1);
        fill.setVisible(level > 0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, snapSizeX(level * getWidth()), getHeight());
    }
}
