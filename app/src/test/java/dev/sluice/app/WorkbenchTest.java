package dev.sluice.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.opening.Preferences;
import dev.sluice.app.opening.Sample;
import dev.sluice.app.opening.WorkspaceOpener;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class WorkbenchTest extends ScreenTest {
    private Workbench workbench;
    private Path folder;

    @Override
    protected Parent content() {
        try {
            folder = Files.createTempDirectory("sluice");
            for (String name :
                    List.of("article", "troubleshooting-429", "async-jobs", "functions-node-python", "petstore")) {
                WorkspaceFolder.save(folder.resolve(name), ArticleWorkspace.definition());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        workbench = new Workbench(
                appearance,
                new Preferences(folder.resolve("config")),
                new WorkspaceOpener(),
                Optional::empty,
                Sample.in(folder),
                Runnable::run);
        return workbench.root();
    }

    @AfterEach
    void stopTheEngine() {
        interact(workbench::close);
    }

    @Test
    void openingAWorkspaceServesItAndShowsItsScreens() throws Exception {
        interact(() -> workbench.open(folder.resolve("article")));
        OpenWorkspace open = workbench.workspace().orElseThrow();
        String url = open.invokeUrl(ArticleWorkspace.API, "prod") + "/health";
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            client.send(
                    HttpRequest.newBuilder(URI.create(url + "/nowhere")).build(), HttpResponse.BodyHandlers.ofString());
        }
        waitForLogRows(2);
        Screenshots.take("start", stage, appearance);
        push(KeyCode.ALT, KeyCode.DIGIT2);
        assertEquals("design", workbench.navigation().current().id());
    }

    @Test
    void aFolderThatIsNoWorkspaceIsSaidInPlace() {
        interact(() -> workbench.open(folder.resolve("nothing-here")));
        assertTrue(lookup(".notice-error").tryQuery().isPresent());
        Screenshots.save("start-failure-light", stage.getScene(), 1);
    }

    private void waitForLogRows(int rows) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            TableView<?> table = lookup("#live-log").queryTableView();
            return table.getItems().size() == rows;
        });
    }
}
