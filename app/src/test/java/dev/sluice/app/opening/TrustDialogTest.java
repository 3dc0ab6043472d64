package dev.sluice.app.opening;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.ScreenTest;
import dev.sluice.app.Screenshots;
import dev.sluice.app.theme.Theme;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class TrustDialogTest extends ScreenTest {
    private static final Path SAMPLE = Path.of("..", "sample-apis", "functions-node-python");

    @Override
    protected Parent content() {
        return new StackPane();
    }

    /** The question, asked in the background as the opener does. */
    private CompletableFuture<Boolean> ask() throws Exception {
        var programs = StartedPrograms.of(WorkspaceFolder.open(SAMPLE).workspace(), SAMPLE);
        var question = new TrustDialog(() -> stage);
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> question.mayStart(SAMPLE, programs));
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> lookup("#trust-programs").tryQuery().isPresent());
        return answer;
    }

    private void picture(String name) {
        Screenshots.save(name, lookup("#trust-programs").query().getScene(), 1);
    }

    @Test
    void itNamesEveryProgramAndStartsThemOnAYes() throws Exception {
        CompletableFuture<Boolean> answer = ask();
        String words = lookup("#trust-programs").queryAs(TextArea.class).getText();
        for (String function : new String[] {"hello-node", "hello-python", "crash", "slow"}) {
            assertTrue(words.contains(function), words);
        }
        picture("trust-light");
        clickOn("#trust-yes");
        assertTrue(answer.get(10, TimeUnit.SECONDS));
    }

    @Test
    void enterAloneIsNoYes() throws Exception {
        CompletableFuture<Boolean> answer = ask();
        push(KeyCode.ENTER);
        assertFalse(answer.get(10, TimeUnit.SECONDS));
    }

    @Test
    void escapeOpensWithoutRunningThem() throws Exception {
        interact(() -> appearance.choose(Theme.DARK));
        CompletableFuture<Boolean> answer = ask();
        picture("trust-dark");
        push(KeyCode.ESCAPE);
        assertFalse(answer.get(10, TimeUnit.SECONDS));
    }
}
