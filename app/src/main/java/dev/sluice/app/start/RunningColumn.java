package dev.sluice.app.start;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.app.frame.Selection;
import dev.sluice.app.kit.CopyButton;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What runs now, and how to call it from anywhere. */
final class RunningColumn extends VBox {
    RunningColumn(OpenWorkspace open) {
        getStyleClass().add("start-column");
        var title = new Label(text("start.running"));
        title.getStyleClass().add("heading");
        getChildren().add(title);
        var card = new VBox();
        card.getStyleClass().add("card");
        var workspace = open.definition();
        for (RestApi api : workspace.restApis()) {
            card.getChildren().add(eyebrow(text("start.api", api.name(), api.id())));
            for (Stage stage : api.stages()) {
                String url = open.invokeUrl(api.id(), stage.stageName());
                card.getChildren().add(line(stage.stageName(), url, text("start.copyUrl"), url));
            }
            Selection.usualStage(api).ifPresent(stage -> {
                String curl = StartModel.curl(workspace, api, open.invokeUrl(api.id(), stage.stageName()));
                card.getChildren().add(line(text("start.try"), curl, text("start.copyCurl"), curl));
            });
        }
        for (HttpApi api : workspace.httpApis()) {
            card.getChildren().add(eyebrow(text("start.api", api.name(), api.id())));
            for (HttpApi.Stage stage : api.stages()) {
                String url = open.invokeUrl(api.id(), stage.stageName());
                card.getChildren().add(line(stage.stageName(), url, text("start.copyUrl"), url));
            }
        }
        if (!workspace.apiKeys().isEmpty()) {
            card.getChildren().add(eyebrow(text("start.keys")));
            for (ApiKey key : workspace.apiKeys()) {
                card.getChildren().add(line(key.name(), masked(key.value()), text("start.copyKey"), key.value()));
            }
        }
        getChildren().add(card);
    }

    private static Label eyebrow(String words) {
        var label = new Label(words);
        label.getStyleClass().add("eyebrow");
        return label;
    }

    private static HBox line(String name, String shown, String copyWhat, String copied) {
        var label = new Label(name);
        label.getStyleClass().add("running-name");
        var value = new Label(shown);
        value.getStyleClass().addAll("mono", "muted");
        value.setMinWidth(0);
        value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        value.setTooltip(new Tooltip(shown));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(label, value, gap, new CopyButton(copyWhat, () -> copied));
        line.getStyleClass().add("running-line");
        return line;
    }

    /** All but the last four characters as dots. */
    private static String masked(String value) {
        int hidden = Math.max(0, value.length() - 4);
        return "•".repeat(Math.min(8, hidden)) + value.substring(hidden);
    }
}
