package dev.sluice.app.frame;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.Names;
import dev.sluice.app.watch.BucketsModel;
import dev.sluice.app.watch.BucketsView;
import dev.sluice.app.watch.LiveLogModel;
import dev.sluice.app.watch.LiveLogView;
import dev.sluice.app.watch.ProblemsView;
import dev.sluice.engine.control.Problem;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panel under every screen, with the running gateway in it: requests, buckets, problems. */
public final class BottomPanel extends TabPane {
    private final LiveLogModel log;
    private final BucketsModel buckets;
    private final Tab logTab;
    private final Tab bucketsTab;
    private final Tab problemsTab;

    public BottomPanel(Names names, List<Problem> problems) {
        log = new LiveLogModel(names);
        buckets = new BucketsModel(names);
        logTab = tab("tab-log", text("panel.log"), "fth-activity", new LiveLogView(log));
        bucketsTab = tab("tab-buckets", text("panel.buckets"), "fth-droplet", new BucketsView(buckets));
        problemsTab = tab("tab-problems", text("panel.problems"), "fth-alert-triangle", new ProblemsView(problems));
        getStyleClass().add("bottom-panel");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getTabs().addAll(logTab, bucketsTab, problemsTab);
        Panes.mark(this);
    }

    /** Takes what a frame brought; the table of buckets only while it can be seen. */
    public void frame(FrameTick tick) {
        log.take(tick.records(), tick.missed(), tick.functionEntries());
        if (bucketsTab.isSelected()) {
            buckets.show(tick.snapshot().buckets(), tick.snapshot().revision());
        }
    }

    public void showLog() {
        getSelectionModel().select(logTab);
    }

    public void showBuckets() {
        getSelectionModel().select(bucketsTab);
    }

    public void showProblems() {
        getSelectionModel().select(problemsTab);
    }

    private static Tab tab(String id, String title, String icon, Node content) {
        var tab = new Tab(title, content);
        tab.setId(id);
        tab.setGraphic(new FontIcon(icon));
        return tab;
    }
}
