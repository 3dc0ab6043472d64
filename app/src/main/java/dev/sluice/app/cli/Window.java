package dev.sluice.app.cli;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The way to the window: by name, so that the headless commands load no JavaFX type. */
final class Window {
    private static final String APPLICATION = "dev.sluice.app.WorkbenchApplication";

    private Window() {}

    /** Shows the window and returns when it is closed; a sentence instead if there can be none. */
    static Optional<String> open(Path workspace) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean display = System.getenv("DISPLAY") != null || System.getProperty("glass.platform") != null;
        if (linux && !display) {
            return Optional.of("there is no display (DISPLAY is not set).");
        }
        try {
            Class.forName(APPLICATION).getMethod("launch", Path.class).invoke(null, workspace);
            return Optional.empty();
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return Optional.of("this installation has no window (" + e.getMessage() + " is missing).");
        } catch (InvocationTargetException e) {
            return Optional.of("it could not be opened: " + e.getCause() + ".");
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(APPLICATION + " has no launch(Path)", e);
        }
    }
}
