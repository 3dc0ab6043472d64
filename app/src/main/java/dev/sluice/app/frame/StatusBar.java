package dev.sluice.app.frame;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.CopyButton;
import dev.sluice.app.kit.Numbers;
import dev.sluice.app.kit.Outcome;
import dev.sluice.app.kit.OutcomeMark;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the window's foot: what the engine does, and how much of it. */
public final class StatusBar extends HBox {
    private static final PseudoClass THROTTLING = PseudoClass.getPseudoClass("throttling");
    private static final Duration SAID_FOR = Duration.millis(1_600);

    /** A bar for a window without a workspace. */
    public StatusBar() {
        getStyleClass().add("status-bar-line");
        getChildren().add(new Label(text("status.noWorkspace")));
        Panes.mark(this);
    }

    /**
     * @param problems how many
     * @param showProblems called when their number is pressed
     */
    public StatusBar(
            StatusModel model,
            int port,
            String baseUrl,
            ObservableValue<String> stage,
            int problems,
            Runnable showProblems) {
        getStyleClass().add("status-bar-line");
        Panes.mark(this);
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        engine(port, baseUrl),
                        label(stage),
                        label(model.limiterProperty()),
                        gap,
                        label(model.requestRateProperty(), "mono"),
                        throttled(model),
                        label(model.memoryProperty(), "mono"),
                        problems(problems, showProblems));
    }

    private static Button engine(int port, String baseUrl) {
        String words = text("status.engine", Integer.toString(port));
        var button = new Button(words, new OutcomeMark(Outcome.OK));
        button.setId("status-engine");
        button.getStyleClass().add("status-button");
        button.setTooltip(new Tooltip(text("status.engine.tip", baseUrl)));
        button.setOnAction(press -> {
            CopyButton.copy(baseUrl);
            button.setText(text("copy.done"));
            var pause = new PauseTransition(SAID_FOR);
            pause.setOnFinished(end -> button.setText(words));
            pause.play();
        });
        return button;
    }

    private static Label throttled(StatusModel model) {
        Label label = label(model.throttledRateProperty(), "mono", "throttled-rate");
        label.setGraphic(new OutcomeMark(Outcome.THROTTLED));
        model.throttlingProperty().subscribe(now -> label.pseudoClassStateChanged(THROTTLING, now));
        return label;
    }

    private static Button problems(int count, Runnable show) {
        String key = count == 1 ? "status.problem" : "status.problems";
        var icon = new FontIcon(count == 0 ? "fth-check-circle" : "fth-alert-triangle");
        var button = new Button(text(key, Numbers.count(count)), icon);
        button.setId("status-problems");
        button.getStyleClass().add("status-button");
        button.setOnAction(press -> show.run());
        return button;
    }

    private static Label label(ObservableValue<String> words, String... styleClasses) {
        var label = new Label();
        label.getStyleClass().addAll(styleClasses);
        label.textProperty().bind(words);
        return label;
    }
}
