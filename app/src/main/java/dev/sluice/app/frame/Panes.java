package dev.sluice.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The parts of a window that F6 goes through, in reading order. */
public final class Panes {
    private static final String MARK = "sluice.pane";

    private Panes() {}

    /** Makes the node one of the parts. */
    public static void mark(Node pane) {
        pane.getProperties().put(MARK, true);
    }

    /**
     * Moves the keyboard to the next part, or with step -1 to the one before; parts without anything to focus are let
     * by.
     */
    static void cycle(Scene scene, int step) {
        List<Node> panes = panes(scene.getRoot(), new ArrayList<>());
        int current = current(panes, scene.getFocusOwner());
        int start = current < 0 && step < 0 ? 0 : current;
        for (int i = 1; i <= panes.size(); i++) {
            Node pane = panes.get(Math.floorMod(start + i * step, panes.size()));
            Optional<Node> target = firstFocusable(pane);
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    /** The first node in the tree that the keyboard can reach. */
    static Optional<Node> firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> firstFocusable(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static List<Node> panes(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return found;
        }
        if (node.getProperties().containsKey(MARK)) {
            found.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> panes(child, found));
        }
        return found;
    }

    private static int current(List<Node> panes, @Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (panes.contains(node)) {
                return panes.indexOf(node);
            }
        }
        return -1;
    }
}
