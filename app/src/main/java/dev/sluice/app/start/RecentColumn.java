package dev.sluice.app.start;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.EmptyState;
import dev.sluice.app.opening.Recent;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The workspaces that were open before; those whose folder is gone are grey. */
final class RecentColumn extends VBox {
    RecentColumn(StartModel model, StartActions actions) {
        getStyleClass().add("start-column");
        var title = new Label(text("start.continue"));
        title.getStyleClass().add("heading");
        getChildren().add(title);
        List<Recent> recents = model.recents();
        if (recents.isEmpty()) {
            getChildren().add(new EmptyState("fth-clock", text("start.noRecent"), text("start.noRecent.advice")));
        }
        long now = System.currentTimeMillis() / 1_000;
        for (Recent recent : recents) {
            getChildren().add(line(recent, model.isThere(recent), now, actions));
        }
    }

    private static Button line(Recent recent, boolean there, long nowSeconds, StartActions actions) {
        var name = new Label(recent.name());
        name.getStyleClass().add("card-title");
        String when = there ? StartModel.ago(recent.openedSeconds(), nowSeconds) : text("start.missing");
        var path = new Label(recent.folder().toString());
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        path.getStyleClass().addAll("muted", "small-text");
        var opened = new Label(when);
        opened.getStyleClass().addAll("muted", "small-text");
        var button = new Button();
        button.setGraphic(new VBox(2, name, path, opened));
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().addAll("card-button", "recent");
        button.setDisable(!there);
        button.setTooltip(new Tooltip(recent.folder().toString()));
        button.setAccessibleText(recent.name() + ", " + recent.folder() + ", " + when);
        button.setOnAction(press -> actions.open(recent.folder()));
        path.maxWidthProperty().bind(button.widthProperty().subtract(34));
        return button;
    }
}
