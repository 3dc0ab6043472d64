package dev.sluice.app.frame;

import static dev.sluice.app.Texts.text;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of everything that can be done, searched by typing; lies over the window until Escape or a choice. */
final class CommandPalette extends StackPane {
    private final PaletteModel model = new PaletteModel();
    private final TextField query = new TextField();
    private final ListView<Command> list = new ListView<>(model.matches());
    private @Nullable Node focusBefore;

    CommandPalette() {
        getStyleClass().add("palette-layer");
        setVisible(false);
        var card = new VBox(searchLine(), list);
        card.getStyleClass().add("palette");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(card, Pos.TOP_CENTER);
        getChildren().add(card);
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(ignored -> new CommandCell());
        list.setPlaceholder(new Label(text("palette.nothing")));
        list.setOnMouseClicked(click -> runSelected());
        model.queryProperty().subscribe(() -> list.getSelectionModel().selectFirst());
        setOnMousePressed(press -> {
            if (press.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    }

    private HBox searchLine() {
        query.setId("palette-query");
        query.setPromptText(text("palette.prompt"));
        query.textProperty().bindBidirectional(model.queryProperty());
        HBox.setHgrow(query, Priority.ALWAYS);
        var line = new HBox(new FontIcon("fth-search"), query);
        line.getStyleClass().add("palette-search");
        return line;
    }

    void open(List<Command> commands) {
        if (!isVisible()) {
            focusBefore = getScene().getFocusOwner();
        }
        model.offer(commands);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        setVisible(true);
        query.requestFocus();
    }

    private void close() {
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private void steer(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> runSelected();
            case DOWN -> select(1);
            case UP -> select(-1);
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int step) {
        int size = list.getItems().size();
        if (size > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, size);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 4));
        }
    }

    private void runSelected() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.run();
        }
    }

    private static final class CommandCell extends ListCell<Command> {
        private final FontIcon icon = new FontIcon("fth-circle");
        private final Label title = new Label();
        private final Label keys = new Label();
        private final HBox line = new HBox(icon, title, new Region(), keys);

        private CommandCell() {
            line.getStyleClass().add("palette-line");
            keys.getStyleClass().add("key-cap");
            HBox.setHgrow(line.getChildren().get(2), Priority.ALWAYS);
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            icon.setIconLiteral(command.icon());
            title.setText(command.title());
            boolean hasKeys = !command.shortcut().isEmpty();
            keys.setVisible(hasKeys);
            keys.setText(
                    hasKeys ? KeyCombination.keyCombination(command.shortcut()).getDisplayText() : "");
            setGraphic(line);
        }
    }
}
