package dev.sluice.app.watch;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.Columns;
import dev.sluice.app.kit.EmptyState;
import dev.sluice.app.kit.MethodBadge;
import dev.sluice.app.kit.OutcomeMark;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The newest requests and lines of functions as a table. Selecting a row stops the table, so that it can be read. */
public final class LiveLogView extends VBox {
    private final LiveLogModel model;
    private final TableView<LogRow> table = new TableView<>();

    public LiveLogView(LiveLogModel model) {
        this.model = model;
        getStyleClass().add("watch-pane");
        fillTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(toolBar(), table);
    }

    private HBox toolBar() {
        var filter = new TextField();
        filter.setId("log-filter");
        filter.setPromptText(text("log.filter"));
        filter.setPrefColumnCount(28);
        filter.textProperty().bindBidirectional(model.filterProperty());

        var pause = new ToggleButton(text("log.pause"), new FontIcon("fth-pause"));
        pause.setId("log-pause");
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        pause.getStyleClass().add("small");

        var clear = new Button(text("log.clear"), new FontIcon("fth-trash-2"));
        clear.setTooltip(new Tooltip(text("log.clear.tip")));
        clear.setOnAction(press -> model.clear());
        clear.getStyleClass().addAll("small", "flat");

        var summary = new Label();
        summary.getStyleClass().addAll("muted", "small-text");
        summary.textProperty().bind(model.summaryProperty());

        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(filter, pause, clear, gap, summary);
        bar.getStyleClass().add("watch-bar");
        return bar;
    }

    private void fillTable() {
        table.setId("live-log");
        table.getStyleClass().addAll("dense", "plain-table");
        table.setItems(model.rows());
        table.setPlaceholder(new EmptyState("fth-activity", text("log.empty"), text("log.empty.advice")));
        TableColumn<LogRow, LogRow> cause = Columns.text(text("log.cause"), 280, LogRow::words);
        table.getColumns().add(Columns.text(text("log.time"), 104, LogRow::time, "mono", "muted-cell"));
        table.getColumns().add(Columns.node(text("log.method"), 64, () -> new MethodBadge("GET"), LiveLogView::show));
        table.getColumns().add(Columns.text(text("log.path"), 220, LogRow::where, "mono"));
        table.getColumns().add(Columns.node(text("log.status"), 76, StatusCell::new, StatusCell::show));
        table.getColumns().add(cause);
        table.getColumns().add(Columns.text(text("log.latency"), 92, LogRow::latency, "mono", "number"));
        table.getColumns().add(Columns.text(text("log.key"), 110, LogRow::key, "mono"));
        Columns.fill(table, cause);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.pausedProperty().set(true);
            }
        });
        model.pausedProperty().subscribe(paused -> {
            if (!paused) {
                table.getSelectionModel().clearSelection();
            }
        });
    }

    private static void show(MethodBadge badge, LogRow row) {
        switch (row) {
            case RequestRow request -> badge.show(request.source());
            case FunctionRow function -> badge.showFunction(function.source());
        }
    }

    /** Shape and number of one status, or the kind of a function's line. */
    private static final class StatusCell extends HBox {
        private final Label number = new Label();

        private StatusCell() {
            getStyleClass().add("status-cell");
        }

        private void show(LogRow row) {
            number.setText(row.status());
            switch (row) {
                case RequestRow request -> show(request);
                case FunctionRow function -> show(function);
            }
        }

        private void show(RequestRow row) {
            number.getStyleClass()
                    .setAll("label", "mono", "outcome-text", row.outcome().styleClass());
            getChildren().setAll(new OutcomeMark(row.outcome()), number);
        }

        private void show(FunctionRow row) {
            number.getStyleClass().setAll("label", "small-text", "outcome-text", row.styleClass());
            getChildren().setAll(number);
        }
    }
}
