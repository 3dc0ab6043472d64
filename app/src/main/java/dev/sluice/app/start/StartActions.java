package dev.sluice.app.start;

import java.nio.file.Path;

/** What the Start page can make the window do. */
public interface StartActions {
    void open(Path folder);

    /** Asks for a folder, and opens it. */
    void pickFolder();

    /** Whether the window has that screen. */
    boolean has(String screenId);

    void go(String screenId);
}
