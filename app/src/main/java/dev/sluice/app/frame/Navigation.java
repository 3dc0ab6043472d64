package dev.sluice.app.frame;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which of the screens is shown; tells the screens when that changes. */
public final class Navigation {
    private final List<Screen> screens;
    private final ReadOnlyObjectWrapper<Screen> current;

    /** Starts at the first screen. */
    public Navigation(List<Screen> screens) {
        this.screens = List.copyOf(screens);
        current = new ReadOnlyObjectWrapper<>(screens.getFirst());
    }

    public List<Screen> screens() {
        return screens;
    }

    public Screen current() {
        return current.get();
    }

    public ReadOnlyObjectProperty<Screen> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public void go(Screen screen) {
        Screen before = current.get();
        if (screen != before) {
            before.hidden();
            current.set(screen);
            screen.shown();
        }
    }

    /** Goes to the screen with that id, if the window has it. */
    public void go(String id) {
        screens.stream().filter(screen -> screen.id().equals(id)).findFirst().ifPresent(this::go);
    }
}
