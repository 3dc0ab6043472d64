package dev.sluice.app.frame;

import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The column of screens at the window's left edge. One tab stop; the arrow keys move within it. */
final class Rail extends VBox {
    private final Navigation navigation;
    private final ToggleGroup group = new ToggleGroup();

    Rail(Navigation navigation) {
        this.navigation = navigation;
        getStyleClass().add("rail");
        navigation.screens().forEach(screen -> getChildren().add(button(screen)));
        navigation.currentProperty().subscribe(this::select);
        addEventFilter(KeyEvent.KEY_PRESSED, this::moveWithArrows);
    }

    private ToggleButton button(Screen screen) {
        var button = new ToggleButton(screen.title(), new FontIcon(screen.icon()));
        button.setId("rail-" + screen.id());
        button.setUserData(screen);
        button.setToggleGroup(group);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("rail-button");
        button.setTooltip(new Tooltip(screen.title() + "   "
                + KeyCombination.keyCombination(screen.shortcut()).getDisplayText()));
        button.setAccessibleText(screen.title());
        button.setOnAction(press -> {
            button.setSelected(true);
            navigation.go(screen);
        });
        return button;
    }

    private void select(Screen screen) {
        for (ToggleButton button : buttons()) {
            boolean current = button.getUserData() == screen;
            button.setSelected(current);
            button.setFocusTraversable(current);
        }
    }

    private void moveWithArrows(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        List<ToggleButton> buttons = buttons();
        int focused = buttons.indexOf(getScene().getFocusOwner());
        if (step != 0 && focused >= 0) {
            buttons.get(Math.floorMod(focused + step, buttons.size())).requestFocus();
            event.consume();
        }
    }

    private List<ToggleButton> buttons() {
        return getChildren().stream().map(ToggleButton.class::cast).toList();
    }
}
