package dev.sluice.app.frame;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.theme.Appearance;
import dev.sluice.app.theme.Theme;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the window's head: which workspace, how its engine is, the palette, the theme. */
public final class HeaderBar extends HBox {
    /**
     * @param title name of the workspace, or of the product
     * @param state what stands beside it
     */
    public HeaderBar(String title, Node state, Appearance appearance, Runnable openPalette) {
        getStyleClass().add("header-bar");
        Panes.mark(this);
        var logo = new FontIcon("fth-droplet");
        logo.getStyleClass().add("logo");
        var name = new Label(title);
        name.getStyleClass().add("workspace-name");
        name.setMinWidth(60);
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(logo, name, state, gap, paletteButton(openPalette), themeButton(appearance));
    }

    private static Button paletteButton(Runnable openPalette) {
        var keys =
                new Label(KeyCombination.keyCombination(FrameView.PALETTE_KEYS).getDisplayText());
        keys.getStyleClass().add("key-cap");
        keys.setMinWidth(USE_PREF_SIZE);
        var words = new Label(text("header.palette"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var content = new HBox(new FontIcon("fth-search"), words, gap, keys);
        content.getStyleClass().add("palette-button-content");
        var button = new Button();
        button.setGraphic(content);
        button.setId("open-palette");
        button.getStyleClass().add("palette-button");
        button.setAccessibleText(text("header.palette"));
        button.setOnAction(press -> openPalette.run());
        return button;
    }

    private static Button themeButton(Appearance appearance) {
        var icon = new FontIcon("fth-moon");
        var button = new Button();
        button.setGraphic(icon);
        button.setId("toggle-theme");
        button.getStyleClass().add("icon-button");
        button.setOnAction(press -> appearance.choose(appearance.theme().other()));
        var tip = new Tooltip();
        button.setTooltip(tip);
        appearance.themeProperty().subscribe(theme -> {
            icon.setIconLiteral(theme == Theme.LIGHT ? "fth-moon" : "fth-sun");
            tip.setText(text(theme == Theme.LIGHT ? "header.dark" : "header.light"));
            button.setAccessibleText(tip.getText());
        });
        return button;
    }
}
