package dev.sluice.app.design;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A box of the diagram as it is drawn: title and two lines. */
final class BoxNode extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final DiagramBox box;
    private final Label first = new Label();
    private final Label second = new Label();

    BoxNode(DiagramBox box) {
        this.box = box;
        setId(box.id());
        getStyleClass().addAll("diagram-box", "focus-box");
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        var title = new Label(box.title());
        title.getStyleClass().add("box-title");
        title.setWrapText(true);
        first.getStyleClass().add("box-line");
        second.getStyleClass().addAll("box-line", "muted");
        getChildren().addAll(title, first, second);
    }

    DiagramBox box() {
        return box;
    }

    void show(BoxContent content) {
        first.setText(content.firstLine());
        second.setText(content.secondLine());
        setAccessibleText(box.title() + ": " + content.firstLine() + ", " + content.secondLine());
    }

    void showSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
        setFocusTraversable(selected);
    }
}
