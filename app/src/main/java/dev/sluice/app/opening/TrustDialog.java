package dev.sluice.app.opening;

import static dev.sluice.app.Texts.text;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.stage.Window;

/** Asks in the window, naming every program. */
public final class TrustDialog implements TrustQuestion {
    private static final double WIDTH = 780;
    private static final int ROWS_OF_WORDS = 5;
    private static final int MOST_ROWS = 18;

    private final Supplier<Window> owner;

    /** @param owner the window it stands over */
    public TrustDialog(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public boolean mayStart(Path folder, StartedPrograms programs) {
        var answer = new CompletableFuture<Boolean>();
        Platform.runLater(() -> {
            try {
                answer.complete(ask(folder, programs));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.join();
    }

    private boolean ask(Path folder, StartedPrograms programs) {
        var trust = new ButtonType(text("trust.yes"), ButtonData.YES);
        var without = new ButtonType(text("trust.no"), ButtonData.CANCEL_CLOSE);
        var alert = new Alert(AlertType.CONFIRMATION, "", without, trust);
        alert.initOwner(owner.get());
        alert.setTitle(text("trust.title"));
        alert.setHeaderText(text("trust.header", String.valueOf(folder.getFileName())));
        var list = new TextArea(text("trust.why") + "\n\n" + String.join("\n", programs.lines()));
        list.setId("trust-programs");
        list.setEditable(false);
        list.setWrapText(true);
        list.setPrefRowCount(
                Math.min(MOST_ROWS, ROWS_OF_WORDS + 2 * programs.lines().size()));
        alert.getDialogPane().setContent(list);
        dress(alert.getDialogPane());
        alert.getDialogPane().setPrefWidth(WIDTH);
        alert.getDialogPane().setMaxWidth(WIDTH); // an alert's own is too narrow for a path
        var yes = (Button) alert.getDialogPane().lookupButton(trust);
        yes.setId("trust-yes");
        yes.setDefaultButton(false); // whoever only presses Enter has not read what would be started
        ((Button) alert.getDialogPane().lookupButton(without)).setDefaultButton(true);
        return alert.showAndWait().filter(trust::equals).isPresent();
    }

    /** A dialog has a scene of its own: it gets the look of the window. */
    private void dress(DialogPane pane) {
        Scene window = owner.get().getScene();
        pane.getStylesheets().setAll(window.getStylesheets());
        window.getRoot().getStyleClass().stream()
                .filter(style -> style.startsWith("theme-"))
                .forEach(pane.getStyleClass()::add);
    }
}
