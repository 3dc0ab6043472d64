package dev.sluice.app.load;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.frame.Command;
import dev.sluice.app.frame.FrameTick;
import dev.sluice.app.frame.Screen;
import dev.sluice.app.kit.Columns;
import dev.sluice.app.kit.EmptyState;
import dev.sluice.app.kit.Numbers;
import dev.sluice.app.kit.decision.DecisionView;
import dev.sluice.app.kit.figure.Figures;
import dev.sluice.app.kit.strip.PipelineStrip;
import dev.sluice.app.kit.strip.TimeStrip;
import dev.sluice.app.kit.tank.TankSize;
import dev.sluice.app.theme.Theme;
import dev.sluice.engine.driver.load.GroupCounts;
import dev.sluice.engine.driver.load.LoadSnapshot;
import dev.sluice.engine.journal.BucketId;
import java.util.List;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The load lab. */
public final class LoadScreen implements Screen {
    public static final String ID = "load";

    /** Width of the clients' column and least height of the charts, in logical pixels. */
    private static final double LEFT_WIDTH = 450;

    private static final double CHARTS_MIN = 220;

    private final LoadModel model;
    private final PipelineStrip pipeline;
    private final TimeStrip outcomes;
    private final TimeStrip latency;
    private final TableView<GroupCounts> results = new TableView<>();
    private final Label honesty = new Label();
    private final Label notes = new Label();
    private final Button run = new Button(text("load.run"));
    private final VBox card = new VBox();
    private final VBox view;

    public LoadScreen(LoadModel model, ObservableValue<Theme> theme) {
        this.model = model;
        pipeline = new PipelineStrip(TankSize.LARGE, theme, model::change, this::explain);
        var crosshair = new SimpleDoubleProperty(-1);
        outcomes = new TimeStrip(text("load.outcomes"), 10, Figures::perSecond, crosshair, theme);
        latency = new TimeStrip(text("load.latency"), 1, value -> Figures.shortNumber(value) + " ms", crosshair, theme);
        view = build();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return text("load.title");
    }

    @Override
    public String icon() {
        return "fth-activity";
    }

    @Override
    public String shortcut() {
        return "Alt+6";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return run;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(text("load.run.command"), "fth-play", model::start),
                Command.of(text("load.stop.command"), "fth-square", model::stop));
    }

    private VBox build() {
        outcomes.setSeries(model.series().outcomes());
        latency.setSeries(model.series().latencies());
        var tanks = new ScrollPane(pipeline);
        tanks.setFitToHeight(true);
        tanks.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        tanks.getStyleClass().add("load-tanks");
        tanks.setMinHeight(352);
        tanks.setPrefHeight(352);
        HBox.setHgrow(tanks, Priority.ALWAYS);
        notes.getStyleClass().addAll("small-text", "load-notes");
        notes.setWrapText(true);
        var left = new VBox(new ClientsPane(model), results, honesty, notes);
        left.getStyleClass().add("load-left");
        resultColumns();
        var charts = new VBox(outcomes, latency);
        VBox.setVgrow(outcomes, Priority.ALWAYS);
        VBox.setVgrow(latency, Priority.SOMETIMES);
        VBox.setVgrow(charts, Priority.ALWAYS);
        charts.getStyleClass().add("load-charts");
        var below = new StackPane(charts, card);
        VBox.setVgrow(below, Priority.ALWAYS);
        card.setVisible(false);
        card.getStyleClass().add("load-card");
        below.setMinHeight(CHARTS_MIN);
        var right = scrolling(new VBox(tanks, below));
        HBox.setHgrow(right, Priority.ALWAYS);
        var scrolledLeft = scrolling(left);
        scrolledLeft.setMinWidth(LEFT_WIDTH);
        scrolledLeft.setPrefWidth(LEFT_WIDTH);
        var body = new HBox(scrolledLeft, right);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        var all = new VBox(bar(), body);
        all.getStyleClass().add("load-screen");
        all.getStylesheets().add(stylesheet());
        all.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        return all;
    }

    /** Fills its place, and scrolls where the open bottom panel leaves too little of it. */
    private static ScrollPane scrolling(VBox content) {
        var pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("load-tanks");
        return pane;
    }

    /** Lays the decision card of the bucket's last refusal over the charts. */
    private void explain(BucketId bucket) {
        var close = new Button(text("load.closeCard"));
        close.setOnAction(press -> card.setVisible(false));
        Node content = model.lastRefusal(bucket)
                .<Node>map(DecisionView::new)
                .orElseGet(() ->
                        new EmptyState("fth-check-circle", text("load.noRefusal"), text("load.noRefusal.advice")));
        card.getChildren().setAll(content, close);
        card.setVisible(true);
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && card.isVisible()) {
            card.setVisible(false);
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER && !run.isDisabled()) {
            run.fire();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.PERIOD) {
            model.stop();
            event.consume();
        }
    }

    private static String stylesheet() {
        return java.util.Objects.requireNonNull(LoadScreen.class.getResource("load.css"), "load.css")
                .toExternalForm();
    }

    private HBox bar() {
        run.setId("load-run");
        run.getStyleClass().add("accent");
        run.setOnAction(press -> {
            pipeline.countFromNow();
            model.start();
        });
        run.disableProperty().bind(model.runningProperty());
        var stop = new Button(text("load.stop"));
        stop.setId("load-stop");
        stop.setOnAction(press -> model.stop());
        stop.disableProperty().bind(model.runningProperty().not());
        var seconds = new Spinner<Integer>(1, 600, 60, 10);
        seconds.setEditable(true);
        seconds.setPrefWidth(96);
        model.secondsProperty().bind(seconds.valueProperty());
        var seed = new Spinner<Integer>(1, 1_000_000, 1);
        seed.setEditable(true);
        seed.setPrefWidth(96);
        model.seedProperty().bind(seed.valueProperty());
        var failure = new Label();
        failure.textProperty().bind(model.failureProperty());
        failure.setWrapText(true);
        failure.getStyleClass().addAll("outcome-text", "server-error");
        var bar = new HBox(
                run, stop, new Label(text("load.duration")), seconds, new Label(text("load.seed")), seed, failure);
        bar.getStyleClass().add("load-bar");
        return bar;
    }

    private void resultColumns() {
        results.getStyleClass().add("plain-table");
        results.getColumns().add(Columns.text(text("load.group"), 88, GroupCounts::name));
        addNumber("load.sent", GroupCounts::sent);
        addNumber("load.ok", GroupCounts::ok);
        addNumber("load.429", group -> group.throttled() + group.overQuota());
        addNumber("load.5xx", GroupCounts::serverErrors);
        addNumber("load.failed", group -> group.failed() + group.dropped());
        results.getColumns().add(Columns.text("p99", 74, LoadScreen::p99, "mono", "number"));
        results.setPlaceholder(new Label(text("load.noRun")));
        results.setPrefHeight(150);
    }

    private void addNumber(String key, java.util.function.ToLongFunction<GroupCounts> count) {
        results.getColumns()
                .add(Columns.text(
                        text(key),
                        key.equals("load.5xx") ? 42 : 54,
                        group -> Numbers.count(count.applyAsLong(group)),
                        "mono",
                        "number"));
    }

    private static String p99(GroupCounts group) {
        return group.response().count() == 0
                ? Numbers.NONE
                : Numbers.duration(group.response().p99Nanos());
    }

    @Override
    public void frame(FrameTick tick) {
        model.frame(tick);
        pipeline.show(model.gates(), model.workspace().definition(), tick.snapshot());
        outcomes.setSeries(model.series().outcomes());
        outcomes.show(tick.nowNanos());
        latency.show(tick.nowNanos());
        model.latest().ifPresent(this::showNumbers);
        notes.setText(String.join("\n", model.notes()));
    }

    private void showNumbers(LoadSnapshot now) {
        results.getItems().setAll(now.groups());
        boolean limit = model.generatorIsTheLimit();
        honesty.setText(
                limit
                        ? text("load.generatorLimit")
                        : text("load.honesty", Numbers.duration(now.sendLag().p99Nanos())));
        honesty.getStyleClass().setAll("label", "small-text", limit ? "load-limit" : "muted");
    }
}
