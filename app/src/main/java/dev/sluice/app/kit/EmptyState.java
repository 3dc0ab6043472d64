package dev.sluice.app.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where nothing is yet: one sentence that says why, and one that says what to do. */
public final class EmptyState extends VBox {
    /** @param icon Feather icon literal of Ikonli */
    public EmptyState(String icon, String sentence, String advice) {
        getStyleClass().add("empty-state");
        var title = new Label(sentence);
        title.getStyleClass().add("empty-title");
        var hint = new Label(advice);
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        getChildren().addAll(new FontIcon(icon), title, hint);
    }
}
