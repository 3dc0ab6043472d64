package dev.sluice.app.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.app.ScreenTest;
import dev.sluice.app.Screenshots;
import dev.sluice.app.ServedWorkspace;
import dev.sluice.app.frame.FramePump;
import dev.sluice.app.frame.FrameSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class LoadScreenTest extends ScreenTest {
    private OpenWorkspace workspace;
    private LoadModel model;
    private FramePump pump;

    @Override
    protected Parent content() {
        workspace = ServedWorkspace.open();
        model = new LoadModel(workspace);
        var screen = new LoadScreen(model, appearance.themeProperty());
        pump = new FramePump(FrameSource.of(workspace), () -> true);
        pump.add(() -> true, screen::frame);
        pump.start();
        return (Parent) screen.view();
    }

    @AfterEach
    void closeWorkspace() {
        interact(() -> {
            model.stop();
            pump.stop();
        });
        workspace.close();
    }

    @Test
    void aRunDrainsTheBucketsAndNamesTheTierThatRefusedFirst() throws TimeoutException {
        clickOn("#load-run");
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> model.latest()
                        .map(now -> now.groups().stream()
                                        .mapToLong(group -> group.throttled())
                                        .sum()
                                > 60)
                        .orElse(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(
                model.notes().getFirst().startsWith("First 429 after"),
                () -> model.notes().toString());
        var snapshot = workspace.engine().snapshot(workspace.clock().nowNanos());
        assertTrue(snapshot.buckets().stream()
                .anyMatch(bucket -> bucket.tokens() < bucket.limit().burstLimit() * 0.2));
        Screenshots.take("load-midrun", stage, appearance);
        clickOn(lookup(".bucket-tank").nth(2).<javafx.scene.Node>query());
        assertTrue(lookup(".decision-table").tryQuery().isPresent(), "a click on a tank explains its last refusal");
        Screenshots.save("load-card-light", stage.getScene(), 1);
        clickOn("#load-stop");
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> !model.runningProperty().get());
    }
}
