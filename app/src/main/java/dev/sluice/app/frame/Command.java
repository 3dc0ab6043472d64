package dev.sluice.app.frame;

/**
 * Something the user can make the workbench do, from the command palette or by its keys.
 *
 * @param title what it does, as an imperative
 * @param icon Feather icon literal of Ikonli
 * @param shortcut keys that do it anywhere in the window, as in {@code Shortcut+K}, where Shortcut is Ctrl and on macOS
 *     Cmd; empty for none
 */
public record Command(String title, String icon, String shortcut, Runnable action) {
    public static Command of(String title, String icon, Runnable action) {
        return new Command(title, icon, "", action);
    }

    public static Command of(String title, String icon, String shortcut, Runnable action) {
        return new Command(title, icon, shortcut, action);
    }

    public void run() {
        action.run();
    }
}
