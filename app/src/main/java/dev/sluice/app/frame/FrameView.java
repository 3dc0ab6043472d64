package dev.sluice.app.frame;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.theme.Appearance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** Everything in the window: header, rail, the screen that the rail chose, the panel under it, the status bar. */
public final class FrameView extends StackPane {
    static final String PALETTE_KEYS = "Shortcut+K";

    private static final double PANEL_HEIGHT = 240;

    private final Navigation navigation;
    private final Appearance appearance;
    private final CommandPalette palette = new CommandPalette();
    private final SplitPane middle = new SplitPane();
    private final StackPane screen = new StackPane();
    private final Optional<BottomPanel> panel;
    private final List<Command> extraCommands;

    /**
     * @param title name of the workspace, or of the product
     * @param state how the engine is, shown beside the title
     * @param panel absent if nothing runs
     * @param commands of the window's own, besides the frame's and the screens'
     */
    public FrameView(
            Navigation navigation,
            Appearance appearance,
            String title,
            Node state,
            Optional<BottomPanel> panel,
            StatusBar statusBar,
            List<Command> commands) {
        this.navigation = navigation;
        this.appearance = appearance;
        this.panel = panel;
        this.extraCommands = List.copyOf(commands);
        getStyleClass().add("frame");
        var rail = new Rail(navigation);
        Panes.mark(rail);
        var layout = new BorderPane(middle);
        layout.setTop(new HeaderBar(title, state, appearance, this::openPalette));
        layout.setLeft(rail);
        layout.setBottom(statusBar);
        getChildren().add(new ZoomPane(new StackPane(layout, palette), appearance.zoomProperty()));

        middle.setOrientation(Orientation.VERTICAL);
        middle.getItems().add(screen);
        middle.getStyleClass().add("middle");
        screen.setMinHeight(200);
        navigation.currentProperty().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, new Shortcuts(this::commandsNow));
    }

    /** Whether the panel under the screen can be seen. */
    public boolean isPanelOpen() {
        return panel.filter(middle.getItems()::contains).isPresent();
    }

    /** Opens the panel under the screen, if it is closed. */
    public void openPanel() {
        if (!isPanelOpen()) {
            panel.ifPresent(this::addPanel);
        }
    }

    private void addPanel(BottomPanel bottom) {
        SplitPane.setResizableWithParent(bottom, false);
        bottom.setMinHeight(120);
        middle.getItems().add(bottom);
        double height = middle.getHeight() > 0 ? middle.getHeight() : 700;
        middle.setDividerPositions(1 - PANEL_HEIGHT / height);
    }

    private void togglePanel() {
        if (isPanelOpen()) {
            panel.ifPresent(middle.getItems()::remove);
        } else {
            openPanel();
        }
    }

    private void show(Screen current) {
        screen.getChildren().setAll(current.view());
        if (getScene() != null) {
            Panes.firstFocusable(current.firstFocus()).ifPresent(Node::requestFocus);
        }
    }

    private void openPalette() {
        var all = new ArrayList<>(ownCommands());
        all.addAll(extraCommands);
        navigation.screens().forEach(each -> all.addAll(each.commands()));
        palette.open(all);
    }

    private List<Command> commandsNow() {
        if (palette.isVisible()) {
            return List.of();
        }
        var all = new ArrayList<>(ownCommands());
        all.addAll(extraCommands);
        all.addAll(navigation.current().commands());
        return all;
    }

    private List<Command> ownCommands() {
        var all = new ArrayList<Command>();
        for (Screen each : navigation.screens()) {
            all.add(new Command(
                    text("command.goTo", each.title()), each.icon(), each.shortcut(), () -> navigation.go(each)));
        }
        all.add(new Command(text("command.palette"), "fth-search", PALETTE_KEYS, this::openPalette));
        panel.ifPresent(bottom -> all.addAll(panelCommands(bottom)));
        all.add(Command.of(
                text("command.theme"),
                "fth-moon",
                () -> appearance.choose(appearance.theme().other())));
        all.add(new Command(text("command.zoomIn"), "fth-zoom-in", "Shortcut+EQUALS", appearance::zoomIn));
        all.add(new Command(text("command.zoomOut"), "fth-zoom-out", "Shortcut+MINUS", appearance::zoomOut));
        all.add(new Command(text("command.zoomReset"), "fth-maximize", "Shortcut+DIGIT0", appearance::resetZoom));
        all.add(new Command(text("command.nextPane"), "fth-corner-down-right", "F6", () -> Panes.cycle(getScene(), 1)));
        all.add(new Command(
                text("command.previousPane"), "fth-corner-up-left", "Shift+F6", () -> Panes.cycle(getScene(), -1)));
        return all;
    }

    private List<Command> panelCommands(BottomPanel bottom) {
        return List.of(
                new Command(text("command.panel"), "fth-sidebar", "Shortcut+J", this::togglePanel),
                Command.of(text("command.showLog"), "fth-activity", () -> showTab(bottom::showLog)),
                Command.of(text("command.showBuckets"), "fth-droplet", () -> showTab(bottom::showBuckets)),
                Command.of(text("command.showProblems"), "fth-alert-triangle", () -> showTab(bottom::showProblems)));
    }

    private void showTab(Runnable select) {
        openPanel();
        select.run();
    }
}
