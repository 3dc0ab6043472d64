package dev.sluice.app.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.app.ScreenTest;
import dev.sluice.app.Screenshots;
import dev.sluice.app.ServedWorkspace;
import dev.sluice.app.frame.FramePump;
import dev.sluice.app.frame.FrameSource;
import dev.sluice.engine.definition.Backend.FunctionAnswer.Payload;
import dev.sluice.engine.definition.Backend.Latency;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.definition.FunctionLimits;
import dev.sluice.engine.definition.FunctionModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class ConsoleScreenTest extends ScreenTest {
    private OpenWorkspace workspace;
    private ConsoleModel model;
    private FramePump pump;

    @Override
    protected Parent content() {
        workspace = ServedWorkspace.open();
        model = new ConsoleModel(workspace);
        var screen = new ConsoleScreen(model);
        pump = new FramePump(FrameSource.of(workspace), () -> true);
        pump.add(() -> true, screen::frame);
        pump.start();
        return (Parent) screen.view();
    }

    @AfterEach
    void closeWorkspace() {
        interact(pump::stop);
        workspace.close();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
    }

    @Test
    void thePrefilledRequestIsAnswered200AndExplained() throws TimeoutException {
        clickOn("#console-send");
        until(() -> lookup(".decision-card").tryQuery().isPresent());
        assertEquals(200, model.sent().answers().getFirst().status());
        assertTrue(model.decision(model.sent().answers().getFirst())
                        .orElseThrow()
                        .rows()
                        .size()
                >= 3);
        List<String> log =
                model.decision(model.sent().answers().getFirst()).orElseThrow().log();
        assertTrue(log.getLast().endsWith("  Method completed with status: 200"), log.toString());
        Screenshots.take("console-decision", stage, appearance);
    }

    @Test
    void aColdStartIsNamedOnTheCard() throws TimeoutException {
        var cold = new FunctionModel(
                new Payload("{\"statusCode\":200,\"body\":\"[]\"}"),
                List.of(),
                Optional.empty(),
                Latency.ofMillis(20),
                Latency.ofMillis(400),
                300,
                0);
        var function = new ModelledFunction("list-users", cold, FunctionLimits.OF_A_MODEL);
        workspace
                .engine()
                .apply(
                        definition -> definition.withBackend(function),
                        workspace.clock().nowNanos());
        clickOn("#console-send");
        until(() -> lookup(".decision-fact").tryQuery().isPresent());
        assertEquals(
                "Cold start of list-users: its environment took 400 ms to start before the function got the event.",
                lookup(".decision-fact").queryAs(Label.class).getText());
        Screenshots.take("console-cold-start", stage, appearance);
    }

    @Test
    void fiftyAtOnceEmptyTheFreePlansBucketAndTheCardSaysSo() throws TimeoutException {
        clickOn("#console-burst");
        until(() -> model.sent().answers().size() == 50
                && lookup(".decision-table").tryQuery().isPresent());
        until(() -> lookup("#console-summary").queryAs(Label.class).getText().contains("of 50 refused by"));
        String summary = lookup("#console-summary").queryAs(Label.class).getText();
        assertTrue(summary.contains("Usage plan Free"), summary);
        Screenshots.take("console-burst", stage, appearance);
    }

    @Test
    void theRawRequestCarriesKeyAndHeadersInOrder() {
        interact(() -> model.headersProperty().set("x-first: 1\nx-second: 2"));
        String raw = model.raw();
        assertTrue(raw.startsWith("GET /_aws/execute-api/a1b2c3d4e5/prod/users HTTP/1.1\r\nhost: 127.0.0.1:"), raw);
        assertTrue(raw.contains("x-api-key: free-key-"), raw);
        assertTrue(raw.contains("x-first: 1\r\nx-second: 2\r\n"), raw);
    }
}
