package dev.sluice.app.console;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.console.ConsoleModel.Sent;
import dev.sluice.app.console.WireClient.Answer;
import dev.sluice.app.frame.Command;
import dev.sluice.app.frame.FrameTick;
import dev.sluice.app.frame.Screen;
import dev.sluice.app.kit.EmptyState;
import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Numbers;
import dev.sluice.app.kit.Outcome;
import dev.sluice.app.kit.OutcomeMark;
import dev.sluice.app.kit.decision.DecisionView;
import dev.sluice.engine.definition.ApiKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The console. */
public final class ConsoleScreen implements Screen {
    public static final String ID = "console";

    private final ConsoleModel model;
    private final Button send = new Button(text("console.send"));
    private final Label code = new Label();
    private final Label summary = new Label();
    private final FlowPane marks = new FlowPane(3, 3);
    private final BodyView body = new BodyView();
    private final TextArea headers = code();
    private final TextArea raw = code();
    private final StackPane decision = new StackPane();
    private final VBox view;
    private Optional<Sent> shown = Optional.empty();
    private Optional<Answer> chosen = Optional.empty();
    private boolean decided;

    public ConsoleScreen(ConsoleModel model) {
        this.model = model;
        view = build();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return text("console.title");
    }

    @Override
    public String icon() {
        return "fth-send";
    }

    @Override
    public String shortcut() {
        return "Alt+5";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return send;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(text("console.send.command"), "fth-send", () -> model.send(1)),
                Command.of(text("console.burst.command"), "fth-zap", () -> model.send(50)));
    }

    private VBox build() {
        var requestHeaders = new TextArea();
        requestHeaders.textProperty().bindBidirectional(model.headersProperty());
        var requestBody = new TextArea();
        requestBody.textProperty().bindBidirectional(model.bodyProperty());
        var request = new HBox(part("console.headers", requestHeaders), part("console.body", requestBody));
        var response = new VBox(status(), marks, tabs());
        marks.getStyleClass().add("console-part");
        var split = new SplitPane(request, response);
        split.setOrientation(javafx.geometry.Orientation.VERTICAL);
        split.setDividerPositions(0.24);
        VBox.setVgrow(split, Priority.ALWAYS);
        var all = new VBox(bar(), split);
        all.getStyleClass().add("console-screen");
        all.getStylesheets()
                .add(Objects.requireNonNull(ConsoleScreen.class.getResource("console.css"), "console.css")
                        .toExternalForm());
        decision.getChildren().setAll(empty());
        all.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        return all;
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            model.send(1);
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.PERIOD) {
            model.cancel();
            event.consume();
        }
    }

    private static EmptyState empty() {
        return new EmptyState("fth-send", text("console.empty"), text("console.empty.advice"));
    }

    private HBox bar() {
        var method = new ComboBox<String>();
        method.getItems().setAll("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
        method.valueProperty().bindBidirectional(model.methodProperty());
        method.setAccessibleText(text("console.method"));
        var target = new TextField();
        target.setId("console-target");
        target.getStyleClass().add("console-text");
        target.textProperty().bindBidirectional(model.targetProperty());
        target.setAccessibleText(text("console.path"));
        HBox.setHgrow(target, Priority.ALWAYS);
        send.setId("console-send");
        send.getStyleClass().add("accent");
        send.setOnAction(press -> model.send(1));
        var many = new SplitMenuButton();
        many.setId("console-burst");
        many.setText(text("console.times", "50"));
        many.setOnAction(press -> model.send(50));
        for (int times : new int[] {10, 50, 100}) {
            var item = new MenuItem(text("console.times", Integer.toString(times)));
            item.setOnAction(press -> model.send(times));
            many.getItems().add(item);
        }
        var bar = new HBox(method, target, keys(), send, many);
        bar.getStyleClass().add("console-bar");
        return bar;
    }

    private ComboBox<String> keys() {
        var names = new Names(model.workspace()::definition);
        var keys = new ComboBox<String>();
        var ids = new ArrayList<>(List.of(""));
        model.workspace().definition().apiKeys().stream().map(ApiKey::id).forEach(ids::add);
        keys.getItems().setAll(ids);
        keys.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null || id.isEmpty() ? text("console.noKey") : text("console.key", names.apiKey(id));
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        keys.valueProperty().bindBidirectional(model.apiKeyIdProperty());
        keys.setPrefWidth(150);
        return keys;
    }

    private static VBox part(String title, TextArea area) {
        area.getStyleClass().add("console-text");
        area.setAccessibleText(text(title));
        var label = new Label(text(title));
        label.getStyleClass().addAll("muted", "small-text");
        var part = new VBox(label, area);
        VBox.setVgrow(area, Priority.ALWAYS);
        HBox.setHgrow(part, Priority.ALWAYS);
        part.getStyleClass().add("console-part");
        return part;
    }

    private HBox status() {
        code.getStyleClass().add("console-code");
        summary.setId("console-summary");
        var status = new HBox(code, summary);
        status.getStyleClass().add("console-status");
        return status;
    }

    private TabPane tabs() {
        var tabs = new TabPane(
                new Tab(text("console.decision"), decision),
                new Tab(text("console.body"), body),
                new Tab(text("console.headers"), headers),
                new Tab(text("console.sent"), raw));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        return tabs;
    }

    private static TextArea code() {
        var area = new TextArea();
        area.setEditable(false);
        area.getStyleClass().add("console-text");
        return area;
    }

    @Override
    public void frame(FrameTick tick) {
        Sent now = model.sent();
        if (shown.filter(before -> before == now).isEmpty()) {
            shown = Optional.of(now);
            show(now);
        }
        // The journal may learn of an exchange a little after the client has its answer.
        if (!decided) {
            chosen.flatMap(model::decision).ifPresent(found -> {
                decided = true;
                decision.getChildren().setAll(new DecisionView(found));
                shown.ifPresent(sent -> summary.setText(summaryOf(sent)));
            });
        }
    }

    private void show(Sent now) {
        raw.setText(now.raw());
        summary.setText(summaryOf(now));
        marks.getChildren()
                .setAll(now.times() > 1 ? now.answers().stream().map(this::mark).toList() : List.of());
        marks.setManaged(now.times() > 1);
        now.failure().ifPresent(why -> code.setText(text("console.noAnswer")));
        Optional<Answer> first = now.answers().stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .or(() -> now.answers().stream().findFirst());
        first.ifPresent(this::choose);
    }

    private String summaryOf(Sent now) {
        if (now.failure().isPresent()) {
            return now.failure().get();
        }
        return now.times() > 1
                ? model.summary(now)
                : chosen.map(ConsoleScreen::figures).orElse("");
    }

    private static String figures(Answer answer) {
        return Numbers.duration(answer.nanos()) + " · " + Numbers.bytes(answer.bytes());
    }

    private Node mark(Answer answer) {
        var mark = new OutcomeMark(Outcome.of(answer.status()));
        mark.setOnMouseClicked(click -> choose(answer));
        return mark;
    }

    private void choose(Answer answer) {
        if (chosen.filter(before -> before == answer).isPresent()) {
            return;
        }
        chosen = Optional.of(answer);
        decided = false;
        code.setText(answer.statusLine().replaceFirst("^HTTP/1\\.1 ", ""));
        code.setGraphic(new OutcomeMark(Outcome.of(answer.status())));
        code.getStyleClass()
                .setAll(
                        "label",
                        "console-code",
                        "outcome-text",
                        Outcome.of(answer.status()).styleClass());
        body.show(answer.body());
        headers.setText(answer.statusLine() + "\n" + String.join("\n", answer.headers()));
        shown.filter(sent -> sent.times() == 1).ifPresent(sent -> summary.setText(figures(answer)));
    }
}
