package dev.sluice.app.design;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.design.TreeEntry.ApiEntry;
import dev.sluice.app.design.TreeEntry.MethodEntry;
import dev.sluice.app.design.TreeEntry.ResourceEntry;
import dev.sluice.app.kit.MethodBadge;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the resource tree: an API, a path part, or a method with its marks. */
final class TreeEntryCell extends TreeCell<TreeEntry> {
    @Override
    protected void updateItem(TreeEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        setGraphic(empty || entry == null ? null : line(entry));
    }

    private static Node line(TreeEntry entry) {
        return switch (entry) {
            case ApiEntry api -> {
                var name = new Label(api.name(), new FontIcon("fth-box"));
                name.getStyleClass().add("api-line");
                yield name;
            }
            case ResourceEntry resource -> {
                var label = new Label(resource.label());
                label.getStyleClass().addAll("mono", "resource-line");
                yield label;
            }
            case MethodEntry method -> methodLine(method);
        };
    }

    private static HBox methodLine(MethodEntry method) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(new MethodBadge(method.httpMethod()), gap);
        line.getStyleClass().add("method-line");
        if (method.keyRequired()) {
            line.getChildren().add(mark("fth-key", text("design.mark.key"), "key-mark"));
        }
        if (method.ownThrottle()) {
            line.getChildren().add(mark("fth-clock", text("design.mark.throttle"), "throttle-mark"));
        }
        if (method.state() != DeploymentState.DEPLOYED) {
            line.getChildren().add(mark("fth-upload-cloud", method.state().title(), "changed-mark"));
        }
        return line;
    }

    private static Label mark(String icon, String meaning, String styleClass) {
        var label = new Label();
        label.setGraphic(new FontIcon(icon));
        label.setTooltip(new Tooltip(meaning));
        label.setAccessibleText(meaning);
        label.getStyleClass().addAll("mark", styleClass);
        return label;
    }
}
