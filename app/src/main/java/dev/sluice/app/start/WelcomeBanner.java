package dev.sluice.app.start;

import static dev.sluice.app.Texts.text;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The three steps to the first 429, each ticked when it has happened. */
final class WelcomeBanner extends HBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    /** All three the same, so that they share the width equally. */
    private static final double STEP_WIDTH = 320;

    WelcomeBanner(StartModel model, StartActions actions) {
        getStyleClass().addAll("card", "welcome");
        String name = model.workspace().map(open -> open.definition().name()).orElse("");
        String url = model.workspace().map(open -> open.baseUrl()).orElse("");
        var running = step("1", text("welcome.running", name), text("welcome.running.how", url));
        running.pseudoClassStateChanged(DONE, true);
        var send = step("2", text("welcome.send"), text("welcome.send.how"));
        follow(send, model.answeredProperty());
        link(send, "console", text("welcome.send.go"), actions);
        var run = step("3", text("welcome.run"), text("welcome.run.how"));
        follow(run, model.throttledProperty());
        link(run, "load", text("welcome.run.go"), actions);
        var close = new Button();
        close.setGraphic(new FontIcon("fth-x"));
        close.getStyleClass().add("icon-button");
        close.setId("end-welcome");
        close.setTooltip(new Tooltip(text("welcome.close")));
        close.setAccessibleText(text("welcome.close"));
        close.setOnAction(press -> model.endWelcome());
        getChildren().addAll(running, send, run, close);
    }

    private static HBox step(String number, String title, String how) {
        var circle = new Label(number);
        circle.getStyleClass().add("step-number");
        var heading = new Label(title);
        heading.getStyleClass().add("step-title");
        heading.setWrapText(true);
        var words = new Label(how);
        words.getStyleClass().addAll("muted", "small-text");
        words.setWrapText(true);
        var step = new HBox(circle, new VBox(4, heading, words));
        step.getStyleClass().add("step");
        HBox.setHgrow(step, Priority.ALWAYS);
        step.setPrefWidth(STEP_WIDTH);
        return step;
    }

    private static void follow(HBox step, ObservableValue<Boolean> happened) {
        happened.subscribe(done -> step.pseudoClassStateChanged(DONE, done));
    }

    private static void link(HBox step, String screenId, String words, StartActions actions) {
        if (actions.has(screenId)) {
            var go = new Button(words);
            go.getStyleClass().addAll("small", "link-button");
            go.setOnAction(press -> actions.go(screenId));
            ((VBox) step.getChildren().getLast()).getChildren().add(go);
        }
    }
}
