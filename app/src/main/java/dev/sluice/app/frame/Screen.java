package dev.sluice.app.frame;

import java.util.List;
import javafx.scene.Node;

/** One thing the user does, as the rail lists it. Called on the FX thread only. */
public interface Screen {
    /** Stable, lower case, one word: {@code design}. Names the screen in tests and saved window state. */
    String id();

    /** The label under the icon. */
    String title();

    /** Feather icon literal of Ikonli, for example {@code fth-home}. */
    String icon();

    /** Keys that go to the screen, as in {@code Alt+1}. */
    String shortcut();

    /** What fills the window's middle: built at the first call, the same node ever after. */
    Node view();

    /** Where the keyboard goes when the screen appears; the view's first focusable node unless said otherwise. */
    default Node firstFocus() {
        return view();
    }

    /** The screen has become visible. */
    default void shown() {}

    /** Another screen has taken its place. */
    default void hidden() {}

    /** A frame has passed while the screen is visible. */
    default void frame(FrameTick tick) {}

    /** What the command palette offers besides going to this screen. */
    default List<Command> commands() {
        return List.of();
    }
}
