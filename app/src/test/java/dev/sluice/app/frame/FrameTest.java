package dev.sluice.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.ArticleWorkspace;
import dev.sluice.app.ScreenTest;
import dev.sluice.app.Screenshots;
import dev.sluice.app.Traffic;
import dev.sluice.app.kit.Names;
import dev.sluice.app.theme.Theme;
import dev.sluice.engine.control.Problem;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.FunctionLogEntry;
import dev.sluice.engine.journal.FunctionLogEntry.Finished;
import dev.sluice.engine.journal.FunctionLogEntry.Printed;
import dev.sluice.engine.journal.FunctionLogEntry.Started;
import dev.sluice.engine.journal.FunctionLogEntry.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class FrameTest extends ScreenTest {
    private Navigation navigation;
    private BottomPanel panel;
    private StatusModel status;
    private FrameView frame;

    @Override
    protected Parent content() {
        Workspace workspace = ArticleWorkspace.definition();
        navigation = new Navigation(List.of(
                new PlainScreen("start", "Start", "fth-home", "Alt+1"),
                new PlainScreen("design", "Design", "fth-git-merge", "Alt+2")));
        panel = new BottomPanel(
                new Names(() -> workspace),
                List.of(new Problem(
                        Problem.Severity.WARNING,
                        "apis/orders/openapi.json",
                        112,
                        9,
                        "paths./orders.get",
                        "x-amazon-apigateway-request-validator is not carried yet, so requests are not validated; nothing"
                                + " else changes.")));
        status = new StatusModel(() -> workspace);
        var bar = new StatusBar(
                status, 4567, "http://127.0.0.1:4567", new SimpleStringProperty("Stage prod"), 1, () -> {});
        frame = new FrameView(
                navigation,
                appearance,
                workspace.name(),
                new Label("Running"),
                Optional.of(panel),
                bar,
                List.of(Command.of("Deploy to the moon", "fth-send", () -> navigation.go("design"))));
        return frame;
    }

    @Test
    void arrowAndSpaceInTheRailGoToTheNextScreen() {
        interact(() -> lookup("#rail-start").query().requestFocus());
        push(KeyCode.DOWN);
        push(KeyCode.SPACE);
        assertEquals("design", navigation.current().id());
    }

    @Test
    void altAndADigitGoToTheScreenAndPutTheKeyboardIntoIt() {
        push(KeyCode.ALT, KeyCode.DIGIT2);
        assertEquals("design", navigation.current().id());
        assertSame(navigation.current().firstFocus(), stage.getScene().getFocusOwner());
    }

    @Test
    void thePaletteFindsACommandByItsLettersAndRunsIt() {
        push(KeyCode.CONTROL, KeyCode.K);
        write("depmoon");
        ListView<Command> list = lookup("#palette-list").queryListView();
        assertEquals("Deploy to the moon", list.getItems().getFirst().title());
        push(KeyCode.ENTER);
        assertEquals("design", navigation.current().id());
        assertFalse(list.getParent().getParent().isVisible());
    }

    @Test
    void escapeClosesThePaletteAndGivesTheKeyboardBack() {
        Node before = lookup("#rail-start").query();
        interact(before::requestFocus);
        push(KeyCode.CONTROL, KeyCode.K);
        assertEquals("palette-query", stage.getScene().getFocusOwner().getId());
        push(KeyCode.ESCAPE);
        assertSame(before, stage.getScene().getFocusOwner());
    }

    @Test
    void thePanelOpensAndClosesByItsKeys() {
        push(KeyCode.CONTROL, KeyCode.J);
        assertTrue(frame.isPanelOpen());
        push(KeyCode.CONTROL, KeyCode.J);
        assertFalse(frame.isPanelOpen());
    }

    @Test
    void f6GoesThroughThePanes() {
        interact(() -> lookup("#rail-start").query().requestFocus());
        push(KeyCode.F6);
        Node statusEngine = stage.getScene().getFocusOwner();
        push(KeyCode.SHIFT, KeyCode.F6);
        assertEquals("rail-start", stage.getScene().getFocusOwner().getId());
        assertEquals("status-engine", statusEngine.getId());
    }

    @Test
    void theThemeButtonSwitchesTheTheme() {
        interact(() -> appearance.choose(Theme.LIGHT));
        clickOn("#toggle-theme");
        assertEquals(Theme.DARK, appearance.theme());
        assertTrue(stage.getScene().getRoot().getStyleClass().contains("theme-dark"));
    }

    @Test
    void theLogShowsWhatAFrameBroughtNewestFirst() {
        interact(this::busySecond);
        TableView<?> table = lookup("#live-log").queryTableView();
        assertEquals(60, table.getItems().size());
        assertEquals("tab-log", selectedTab());
        Screenshots.take("frame-live-log", stage, appearance);
        interact(panel::showBuckets);
        interact(this::busySecond);
        Screenshots.take("frame-buckets", stage, appearance);
        interact(panel::showProblems);
        Screenshots.save("frame-problems-light", stage.getScene(), 1);
        push(KeyCode.CONTROL, KeyCode.K);
        Screenshots.save("frame-palette-light", stage.getScene(), 1);
    }

    @Test
    void theLogShowsWhatFunctionsLeaveAmongTheRequests() {
        interact(this::functionsAtWork);
        TableView<?> table = lookup("#live-log").queryTableView();
        assertEquals(19, table.getItems().size());
        Screenshots.take("frame-live-log-functions", stage, appearance);
    }

    private void functionsAtWork() {
        frame.openPanel();
        var records = new ArrayList<ExchangeRecord>();
        var entries = new ArrayList<FunctionLogEntry>();
        for (int i = 0; i < 4; i++) {
            records.add(Traffic.ok(i, "GET", "/users/" + i));
            invocation(entries, "get-user", i, records.getLast().endNanos(), i == 0 ? 412 : -1, Status.values()[i % 3]);
        }
        var snapshot = Traffic.snapshot(Traffic.START_NANOS, 4, 0);
        status.show(snapshot);
        panel.frame(new FrameTick(snapshot.nowNanos(), snapshot, records, 0, entries));
    }

    /** @param initMillis -1 in a warm environment */
    private static void invocation(
            List<FunctionLogEntry> entries, String name, int number, long endNanos, long initMillis, Status status) {
        String id = "79b4f56e-95b1-4643-9700-2807f4e6818" + number;
        long start = endNanos - 12_000_000;
        long init = initMillis < 0 ? -1 : initMillis * 1_000_000;
        entries.add(new Started(start, name, 1, id));
        if (number % 2 == 0) {
            entries.add(new Printed(start + 1, name, 1, id, "looking up user " + number));
        }
        entries.add(new Finished(endNanos - 1, name, 1, id, 11_400_000, init, 128, status));
    }

    private String selectedTab() {
        TabPane tabs = panel;
        return tabs.getSelectionModel().getSelectedItem().getId();
    }

    private void busySecond() {
        frame.openPanel();
        var records = new ArrayList<ExchangeRecord>();
        for (int i = 0; i < 60; i++) {
            records.add(
                    switch (i % 12) {
                        case 5 -> Traffic.notFound(i, "/users/");
                        case 9 -> Traffic.timedOut(i, "/reports");
                        case 2, 3, 7, 11 -> Traffic.throttled(i, "GET", "/users");
                        case 4 -> Traffic.ok(i, "POST", "/orders");
                        default -> Traffic.ok(i, "GET", "/users/" + i);
                    });
        }
        for (int i = 0; i <= 10; i++) {
            var snapshot = Traffic.snapshot(Traffic.START_NANOS + i * 100_000_000L, i * 4_200L, i * 3_100L);
            status.show(snapshot);
            panel.frame(new FrameTick(snapshot.nowNanos(), snapshot, i == 0 ? records : List.of(), 0, List.of()));
        }
    }
}
