package dev.sluice.app.opening;

import static dev.sluice.app.Texts.text;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.stage.Window;

/** Asks in the window, naming every program. */
public final class TrustDialog implements TrustQuestion {
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
        list.setPrefRowCount(Math.min(16, 5 + programs.lines().size()));
        alert.getDialogPane().setContent(list);
        return alert.showAndWait().filter(trust::equals).isPresent();
    }
}
