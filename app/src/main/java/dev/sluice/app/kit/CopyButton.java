package dev.sluice.app.kit;

import static dev.sluice.app.Texts.text;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** A small button that copies a text and says so for a moment. */
public final class CopyButton extends Button {
    private static final Duration SAID_FOR = Duration.millis(1_600);

    private final FontIcon icon = new FontIcon("fth-copy");

    /**
     * @param what what is copied, for the tooltip and for screen readers: {@code Copy the base URL}
     * @param content asked when pressed
     */
    public CopyButton(String what, Supplier<String> content) {
        getStyleClass().addAll("icon-button", "copy-button");
        setGraphic(icon);
        setAccessibleText(what);
        setTooltip(new Tooltip(what));
        setOnAction(press -> {
            copy(content.get());
            sayCopied(what);
        });
    }

    /** Puts the text on the clipboard. */
    public static void copy(String content) {
        var clip = new ClipboardContent();
        clip.putString(content);
        Clipboard.getSystemClipboard().setContent(clip);
    }

    private void sayCopied(String what) {
        icon.setIconLiteral("fth-check");
        setAccessibleText(text("copy.done"));
        var pause = new PauseTransition(SAID_FOR);
        pause.setOnFinished(end -> {
            icon.setIconLiteral("fth-copy");
            setAccessibleText(what);
        });
        pause.play();
    }
}
