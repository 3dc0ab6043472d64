package dev.sluice.app;

import dev.sluice.app.cli.SluiceCommand;

/** Where the program starts. It names no JavaFX type, so that the headless commands run without JavaFX. */
public final class Launcher {
    private Launcher() {}

    public static void main(String... arguments) {
        System.exit(SluiceCommand.run(arguments, System.out, System.err));
    }
}
