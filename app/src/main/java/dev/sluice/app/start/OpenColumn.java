package dev.sluice.app.start;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.opening.Sample;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be opened: a folder of one's own, or a sample. */
final class OpenColumn extends VBox {
    private static final double LEAST_WORDS = 240;
    /** Left and right of the words, borders included. */
    private static final double PADDING = 34;

    OpenColumn(StartModel model, StartActions actions) {
        getStyleClass().add("start-column");
        var title = new Label(text("start.open"));
        title.getStyleClass().add("heading");
        var folder = new Button(text("start.openFolder"), new FontIcon("fth-folder"));
        folder.setId("open-folder");
        folder.setMaxWidth(Double.MAX_VALUE);
        folder.getStyleClass().add("accent");
        folder.setOnAction(press -> actions.pickFolder());
        getChildren().addAll(title, folder);
        model.samples().forEach(sample -> getChildren().add(card(sample, actions)));
    }

    private static Button card(Sample sample, StartActions actions) {
        var title = new Label(sample.title());
        title.getStyleClass().add("card-title");
        var shows = new Label(sample.shows());
        shows.getStyleClass().addAll("muted", "small-text");
        shows.setWrapText(true);
        var kind = new Label(text("start.sample"));
        kind.getStyleClass().add("eyebrow");
        var card = new Button();
        card.setGraphic(new VBox(4, kind, title, shows));
        card.getStyleClass().addAll("card-button");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setAccessibleText(sample.title() + ". " + sample.shows());
        card.setOnAction(press -> actions.open(sample.folder()));
        // A button does not wrap its graphic by itself, and asks for its height at the least width.
        shows.setMinWidth(LEAST_WORDS);
        card.widthProperty().subscribe(width -> fit(shows, Math.max(LEAST_WORDS, width.doubleValue() - PADDING)));
        return card;
    }

    private static void fit(Label words, double width) {
        words.setPrefWidth(width);
        words.setPrefHeight(USE_COMPUTED_SIZE);
        words.setPrefHeight(words.prefHeight(width));
    }
}
