package dev.sluice.app.design;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.CopyButton;
import dev.sluice.app.kit.EmptyState;
import dev.sluice.app.kit.MethodBadge;
import dev.sluice.app.kit.Names;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The selected method in full: name, address, diagram, limits. */
final class MethodPane extends StackPane {
    private final DesignModel model;
    private final MethodBadge badge = new MethodBadge("GET");
    private final Label path = new Label();
    private final Label state = new Label();
    private final Label url = new Label();
    private final Label limitsHint = new Label();
    private final MethodDiagram diagram;
    private final LimitsTable limits = new LimitsTable();
    private final ScrollPane page = new ScrollPane();
    private final EmptyState nothing;

    MethodPane(DesignModel model) {
        this.model = model;
        getStyleClass().add("method-pane");
        diagram = new MethodDiagram(model.boxProperty());
        page.setContent(content());
        page.setFitToWidth(true);
        page.getStyleClass().add("page-scroll");
        nothing = model.workspace().restApis().isEmpty()
                ? new EmptyState("fth-box", text("design.noApi"), text("design.noApi.advice"))
                : new EmptyState("fth-mouse-pointer", text("design.noMethod"), text("design.noMethod.advice"));
        getChildren().addAll(nothing, page);
    }

    void refresh() {
        Optional<MethodDescription> description = model.description();
        description.ifPresent(this::show);
        page.setVisible(description.isPresent());
        nothing.setVisible(description.isEmpty());
    }

    private void show(MethodDescription description) {
        badge.show(description.method().httpMethod());
        path.setText(description.resourcePath());
        state.setText(description.state().title());
        state.getStyleClass()
                .setAll(
                        "label",
                        "state-chip",
                        description.state() == DeploymentState.DEPLOYED ? "chip-ok" : "chip-attention");
        url.setText(description.invokeUrl());
        limitsHint.setText(text(
                "limits.hint",
                description.stageName(),
                Names.tierOrder(model.workspace().profile().tierOrder())));
        diagram.show(description);
        limits.show(description);
    }

    private VBox content() {
        path.getStyleClass().addAll("method-path", "mono");
        var head = new HBox(badge, path, state);
        head.getStyleClass().add("method-head");
        url.getStyleClass().addAll("mono", "muted");
        url.setMinWidth(0);
        var copyUrl = new CopyButton(text("design.copyUrl"), () -> described(MethodDescription::invokeUrl));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var curlLabel = new Label(text("design.curl"));
        curlLabel.setMinWidth(Region.USE_PREF_SIZE);
        curlLabel.getStyleClass().addAll("muted", "small-text");
        var copyCurl = new CopyButton(text("design.copyCurl"), () -> described(MethodDescription::curl));
        var address = new HBox(url, copyUrl, gap, curlLabel, copyCurl);
        address.getStyleClass().add("address-line");
        var limitsTitle = new Label(text("limits.title"));
        limitsTitle.getStyleClass().add("heading");
        limitsHint.getStyleClass().addAll("muted", "small-text");
        limitsHint.setWrapText(true);
        var card = new VBox(limits);
        card.getStyleClass().addAll("card", "table-card");
        var content = new VBox(new VBox(head, address), diagram, new VBox(4, limitsTitle, limitsHint), card);
        content.getStyleClass().add("page");
        return content;
    }

    private String described(Function<MethodDescription, String> part) {
        return model.description().map(part).orElse("");
    }
}
