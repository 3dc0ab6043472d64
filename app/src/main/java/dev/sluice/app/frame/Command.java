package dev.sluice.app.frame;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/**
 * Something the command palette can do.
 *
 * @param title what it does, as an imperative
 * @param shortcut the keys that do the same anywhere in the window
 */
public record Command(String title, String icon, Optional<KeyCombination> shortcut, Runnable action) {
    public static Command of(String title, String icon, Runnable action) {
        return new Command(title, icon, Optional.empty(), action);
    }

    /** @param shortcut as in {@code Shortcut+K}; Shortcut is Ctrl, on macOS Cmd */
    public static Command of(String title, String icon, String shortcut, Runnable action) {
        return new Command(title, icon, Optional.of(KeyCombination.keyCombination(shortcut)), action);
    }
}
