package dev.sluice.app.frame;

import java.util.List;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Runs the first command whose keys are pressed, before any control can take them for itself. */
final class Shortcuts implements EventHandler<KeyEvent> {
    private final Supplier<List<Command>> commands;

    /** @param commands what can be run at the moment */
    Shortcuts(Supplier<List<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public void handle(KeyEvent event) {
        for (Command command : commands.get()) {
            if (!command.shortcut().isEmpty()
                    && KeyCombination.keyCombination(command.shortcut()).match(event)) {
                event.consume();
                command.run();
                return;
            }
        }
    }
}
