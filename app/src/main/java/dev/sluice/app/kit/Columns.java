package dev.sluice.app.kit;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Table columns whose cells show something about their row. */
public final class Columns {
    private Columns() {}

    /**
     * A column of text.
     *
     * @param width first width in pixels
     * @param styleClasses of each cell, for example {@code mono} or {@code number}
     */
    public static <S> TableColumn<S, S> text(
            String title, double width, Function<S, String> text, String... styleClasses) {
        TableColumn<S, S> column = column(title, width, styleClasses);
        column.setCellFactory(ignored -> new TextCell<>(text));
        return column;
    }

    /** A column of nodes, one a cell, made once and filled again for each row that the cell shows. */
    public static <S, N extends Node> TableColumn<S, S> node(
            String title, double width, Supplier<N> node, BiConsumer<N, S> fill) {
        TableColumn<S, S> column = column(title, width);
        column.setCellFactory(ignored -> nodeCell(node, fill));
        return column;
    }

    private static <S, N extends Node> TableCell<S, S> nodeCell(Supplier<N> node, BiConsumer<N, S> fill) {
        N made = node.get();
        return new NodeCell<>(made, row -> fill.accept(made, row));
    }

    private static <S> TableColumn<S, S> column(String title, double width, String... styleClasses) {
        var column = new TableColumn<S, S>(title);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.getStyleClass().addAll(styleClasses);
        return column;
    }

    /** Gives what width is left to the column; the others keep theirs. */
    public static <S> void fill(TableView<S> table, TableColumn<S, S> column) {
        var others =
                table.getColumns().stream().filter(other -> other != column).toList();
        Runnable resize = () -> {
            double taken = others.stream().mapToDouble(TableColumn::getWidth).sum();
            column.setPrefWidth(Math.max(120, table.getWidth() - taken - 18));
        };
        table.widthProperty().subscribe(resize);
        others.forEach(other -> other.widthProperty().subscribe(resize));
    }

    private static final class TextCell<S> extends TableCell<S, S> {
        private final Function<S, String> text;

        private TextCell(Function<S, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(S row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text.apply(row));
        }
    }

    private static final class NodeCell<S> extends TableCell<S, S> {
        private final Node node;
        private final Consumer<S> fill;

        private NodeCell(Node node, Consumer<S> fill) {
            this.node = node;
            this.fill = fill;
        }

        @Override
        protected void updateItem(S row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
            } else {
                fill.accept(row);
                setGraphic(node);
            }
        }
    }
}
