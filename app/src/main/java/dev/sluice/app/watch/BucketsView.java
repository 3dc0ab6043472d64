package dev.sluice.app.watch;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.Columns;
import dev.sluice.app.kit.EmptyState;
import dev.sluice.app.kit.LevelBar;
import dev.sluice.app.kit.Numbers;
import dev.sluice.engine.observation.snapshot.BucketReading;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every bucket as a table whose cells follow the readings. */
public final class BucketsView extends VBox {
    private final TableView<BucketRow> table = new TableView<>();

    public BucketsView(BucketsModel model) {
        getStyleClass().add("watch-pane");
        table.setId("buckets");
        table.getStyleClass().addAll("dense", "plain-table");
        table.setItems(model.rows());
        table.setPlaceholder(new EmptyState("fth-droplet", text("buckets.empty"), text("buckets.empty.advice")));
        addFixed(text("buckets.tier"), 150, BucketRow::tier);
        addFixed(text("buckets.owner"), 300, BucketRow::owner);
        addReading(text("buckets.level"), 230, LevelCell::new, LevelCell::show);
        addNumber(
                text("buckets.rate"),
                90,
                reading -> Numbers.perSecond(reading.limit().rateLimit()));
        addNumber(
                text("buckets.burst"),
                80,
                reading -> Numbers.count(reading.limit().burstLimit()));
        addNumber(text("buckets.passed"), 90, reading -> Numbers.count(reading.passed()));
        addReading(text("buckets.refused"), 90, RefusedCell::new, RefusedCell::show)
                .getStyleClass()
                .add("number");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
    }

    private void addFixed(String title, double width, Function<BucketRow, String> words) {
        table.getColumns().add(Columns.text(title, width, words));
    }

    private void addNumber(String title, double width, Function<BucketReading, String> words) {
        addReading(title, width, Label::new, (label, reading) -> {
                    label.getStyleClass().setAll("label", "mono");
                    label.setText(words.apply(reading));
                })
                .getStyleClass()
                .add("number");
    }

    private <N extends Node> TableColumn<BucketRow, BucketReading> addReading(
            String title, double width, Supplier<N> node, BiConsumer<N, BucketReading> fill) {
        var column = new TableColumn<BucketRow, BucketReading>(title);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(row -> reading(row.getValue()));
        column.setCellFactory(ignored -> new ReadingCell<>(node.get(), fill));
        table.getColumns().add(column);
        return column;
    }

    private static ObservableValue<BucketReading> reading(BucketRow row) {
        return row.readingProperty();
    }

    private static final class ReadingCell<N extends Node> extends TableCell<BucketRow, BucketReading> {
        private final N node;
        private final BiConsumer<N, BucketReading> fill;

        private ReadingCell(N node, BiConsumer<N, BucketReading> fill) {
            this.node = node;
            this.fill = fill;
        }

        @Override
        protected void updateItem(BucketReading reading, boolean empty) {
            super.updateItem(reading, empty);
            if (empty || reading == null) {
                setGraphic(null);
            } else {
                fill.accept(node, reading);
                setGraphic(node);
            }
        }
    }

    /** Bar and tokens of one bucket. */
    private static final class LevelCell extends HBox {
        private final LevelBar bar = new LevelBar();
        private final Label tokens = new Label();

        private LevelCell() {
            getStyleClass().add("level-cell");
            tokens.getStyleClass().add("mono");
            getChildren().addAll(bar, tokens);
        }

        private void show(BucketReading reading) {
            bar.show(BucketRow.level(reading));
            tokens.setText(BucketRow.tokens(reading));
        }
    }

    /** Number of refusals, in the colour of 429 once there is one. */
    private static final class RefusedCell extends Label {
        private void show(BucketReading reading) {
            getStyleClass().setAll("label", "mono");
            if (reading.refused() > 0) {
                getStyleClass().addAll("outcome-text", "throttled");
            }
            setText(Numbers.count(reading.refused()));
        }
    }
}
