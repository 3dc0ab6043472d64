package dev.sluice.app.kit.decision;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.CodeView;
import dev.sluice.app.kit.CopyButton;
import dev.sluice.app.kit.OutcomeMark;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The decision card as a node. */
public final class DecisionView extends VBox {
    private static final double LEAST_LOG_HEIGHT = 80;

    public DecisionView(Decision decision) {
        getStyleClass().add("decision-card");
        getChildren().add(header(decision));
        decision.facts().forEach(fact -> getChildren().add(wrapped(fact, "decision-fact")));
        if (!decision.advice().isEmpty()) {
            getChildren().add(wrapped(decision.advice(), "decision-advice"));
        }
        if (!decision.rows().isEmpty()) {
            getChildren().add(table(decision));
        }
        if (!decision.log().isEmpty()) {
            var title = new Label(text("decision.log"));
            title.getStyleClass().addAll("muted", "small-text");
            var log = CodeView.ofText(String.join("\n", decision.log()));
            log.setMinHeight(LEAST_LOG_HEIGHT); // in a low pane it scrolls rather than being cut off
            VBox.setVgrow(log, Priority.SOMETIMES);
            getChildren().addAll(title, log);
        }
    }

    private static Label wrapped(String words, String styleClass) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static HBox header(Decision decision) {
        var headline = new Label(decision.headline());
        headline.setWrapText(true);
        headline.getStyleClass()
                .addAll("decision-headline", "outcome-text", decision.outcome().styleClass());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(
                new OutcomeMark(decision.outcome()),
                headline,
                space,
                new CopyButton(text("decision.copy"), decision::asText));
        header.getStyleClass().add("decision-header");
        return header;
    }

    private static GridPane table(Decision decision) {
        var grid = new GridPane();
        grid.getStyleClass().add("decision-table");
        String[] titles = {"tier", "limit", "before", "cost", "result", "after"};
        for (int column = 0; column < titles.length; column++) {
            var title = new Label(text("decision.column." + titles[column]));
            title.getStyleClass().addAll("muted", "small-text");
            grid.add(title, column, 0);
            grid.getColumnConstraints().add(new ColumnConstraints());
        }
        int line = 1;
        for (Decision.Row row : decision.rows()) {
            String[] cells = {row.tier(), row.limit(), row.before(), row.cost(), row.result(), row.after()};
            for (int column = 0; column < cells.length; column++) {
                var cell = new Label(cells[column]);
                cell.getStyleClass().add(column == 0 ? "decision-tier" : "mono");
                cell.getStyleClass().addAll("outcome-text", column == 4 ? styleClass(row) : "plain");
                grid.add(cell, column, line);
            }
            line++;
        }
        return grid;
    }

    private static String styleClass(Decision.Row row) {
        return switch (row.kind()) {
            case PASSED -> "ok";
            case REFUSED -> "throttled";
            case NOT_REACHED -> "dropped";
        };
    }
}
