package dev.sluice.app.console;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.PrettyJson;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The body of a response: as it came, or, if it is JSON, indented. */
final class BodyView extends VBox {
    private final TextArea area = new TextArea();
    private final ToggleButton pretty = new ToggleButton(text("console.pretty"));
    private String raw = "";
    private Optional<String> indented = Optional.empty();

    BodyView() {
        area.setId("console-response-body");
        area.setEditable(false);
        area.setAccessibleText(text("console.body"));
        area.getStyleClass().add("console-text");
        pretty.setId("console-pretty");
        pretty.getStyleClass().add("small");
        pretty.setSelected(true);
        pretty.setDisable(true);
        pretty.selectedProperty().subscribe(this::refresh);
        VBox.setVgrow(area, Priority.ALWAYS);
        var bar = new HBox(pretty);
        bar.getStyleClass().add("console-body-bar");
        getChildren().setAll(bar, area);
    }

    void show(String body) {
        raw = body;
        indented = PrettyJson.of(body);
        pretty.setDisable(indented.isEmpty());
        refresh();
    }

    private void refresh() {
        area.setText(pretty.isSelected() ? indented.orElse(raw) : raw);
    }
}
