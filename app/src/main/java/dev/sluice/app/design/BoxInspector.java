package dev.sluice.app.design;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.design.BoxContent.Field;
import dev.sluice.app.design.BoxContent.Template;
import dev.sluice.app.kit.CodeView;
import dev.sluice.app.kit.CopyButton;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every setting of the selected box, by AWS's name, and its templates. */
final class BoxInspector extends ScrollPane {
    private final DesignModel model;
    private final VBox content = new VBox();

    BoxInspector(DesignModel model) {
        this.model = model;
        content.getStyleClass().add("inspector-page");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("page-scroll");
        model.boxProperty().subscribe(this::refresh);
    }

    void refresh() {
        content.getChildren().clear();
        model.description().ifPresent(this::show);
    }

    private void show(MethodDescription description) {
        DiagramBox box = model.boxProperty().get();
        BoxContent shown = description.content(box);
        var title = new Label(box.title());
        title.getStyleClass().add("heading");
        var what = new Label(box.explanation());
        what.getStyleClass().addAll("muted", "small-text");
        what.setWrapText(true);
        content.getChildren().addAll(title, what);
        if (shown.fields().isEmpty()) {
            var none = new Label(text("design.noSettings"));
            none.getStyleClass().addAll("muted", "small-text");
            none.setWrapText(true);
            content.getChildren().add(none);
        }
        shown.fields().forEach(field -> content.getChildren().add(line(field)));
        shown.templates().forEach(template -> content.getChildren().add(code(template)));
    }

    private static VBox line(Field field) {
        var name = new Label(field.name());
        name.getStyleClass().addAll("field-name");
        name.setWrapText(true);
        var value = new Label(field.value());
        value.getStyleClass().addAll("mono", "field-value");
        value.setWrapText(true);
        var line = new VBox(name, value);
        line.getStyleClass().add("field");
        return line;
    }

    private static VBox code(Template template) {
        var name = new Label(template.title());
        name.getStyleClass().add("field-name");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(name, gap, new CopyButton(text("design.copyTemplate"), template::text));
        head.getStyleClass().add("address-line");
        return new VBox(4, head, new CodeView(template.text()));
    }
}
