package dev.sluice.app.cli;

import dev.sluice.app.WorkbenchApplication;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The way to the window. Only {@code open} loads this class, and no other of the command line leads to JavaFX. */
final class Window {
    private Window() {}

    /** Shows the window and returns when it is closed; a sentence instead if there can be none. */
    static Optional<String> open(Path workspace, boolean trusted) {
        if (isLinux() && System.getenv("DISPLAY") == null && System.getProperty("glass.platform") == null) {
            return Optional.of("there is no display (DISPLAY is not set).");
        }
        try {
            WorkbenchApplication.launch(workspace, trusted);
            return Optional.empty();
        } catch (NoClassDefFoundError e) {
            return Optional.of("this installation has no window (" + e.getMessage() + " is missing).");
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("it could not be opened (" + firstCause(e) + ").");
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static Throwable firstCause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : firstCause(cause);
    }
}
