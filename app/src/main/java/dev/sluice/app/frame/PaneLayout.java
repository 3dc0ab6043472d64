package dev.sluice.app.frame;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/**
 * A screen's three parts beside each other: navigator, main, inspector. The outer two keep their width when the window
 * changes; Shortcut+B and Shortcut+I fold them away.
 */
public final class PaneLayout extends SplitPane {
    private static final double NAVIGATOR_WIDTH = 260;
    private static final double INSPECTOR_WIDTH = 340;
    /** Below this width of the whole layout the inspector is narrower: the main part needs the room more. */
    private static final double NARROW = 1_260;

    private static final double NARROW_INSPECTOR_WIDTH = 280;

    private final Region navigator;
    private final Region inspector;
    private boolean placed;

    public PaneLayout(Region navigator, Node main, Region inspector) {
        this.navigator = navigator;
        this.inspector = inspector;
        getStyleClass().add("pane-layout");
        navigator.getStyleClass().add("navigator");
        inspector.getStyleClass().add("inspector");
        navigator.setMinWidth(180);
        inspector.setMinWidth(220);
        setResizableWithParent(navigator, false);
        setResizableWithParent(inspector, false);
        Panes.mark(navigator);
        Panes.mark(main);
        Panes.mark(inspector);
        getItems().setAll(navigator, main, inspector);
    }

    /** Folds the navigator away, or back. */
    public void toggleNavigator() {
        if (!getItems().remove(navigator)) {
            getItems().addFirst(navigator);
        }
        place();
    }

    /** Folds the inspector away, or back. */
    public void toggleInspector() {
        if (!getItems().remove(inspector)) {
            getItems().addLast(inspector);
        }
        place();
    }

    @Override
    protected void layoutChildren() {
        if (!placed && getWidth() > 0) {
            placed = true;
            place();
        }
        super.layoutChildren();
    }

    private void place() {
        double width = getWidth();
        double wanted = width < NARROW ? NARROW_INSPECTOR_WIDTH : INSPECTOR_WIDTH;
        int divider = 0;
        if (getItems().contains(navigator)) {
            setDividerPosition(divider++, NAVIGATOR_WIDTH / width);
        }
        if (getItems().contains(inspector)) {
            setDividerPosition(divider, 1 - wanted / width);
        }
    }
}
