package dev.sluice.app.watch;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.Columns;
import dev.sluice.app.kit.EmptyState;
import dev.sluice.app.kit.Numbers;
import dev.sluice.engine.control.Problem;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was wrong with the workspace's files: what, where, what to do. */
public final class ProblemsView extends VBox {
    public ProblemsView(List<Problem> problems) {
        getStyleClass().add("watch-pane");
        var table = new TableView<Problem>();
        table.setId("problems");
        table.getStyleClass().addAll("dense", "plain-table");
        table.getItems().setAll(problems);
        table.setPlaceholder(new EmptyState("fth-check-circle", text("problems.empty"), text("problems.empty.advice")));
        TableColumn<Problem, Problem> message = Columns.text(text("problems.message"), 480, Problem::message);
        table.getColumns().add(Columns.node("", 36, FontIcon::new, ProblemsView::show));
        table.getColumns().add(message);
        table.getColumns().add(Columns.text(text("problems.where"), 320, ProblemsView::where, "mono"));
        table.getColumns().add(Columns.text(text("problems.path"), 200, Problem::path, "mono", "muted-cell"));
        Columns.fill(table, message);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
    }

    private static void show(FontIcon icon, Problem problem) {
        boolean error = problem.severity() == Problem.Severity.ERROR;
        icon.setIconLiteral(error ? "fth-alert-octagon" : "fth-alert-triangle");
        icon.getStyleClass().setAll("ikonli-font-icon", error ? "error-icon" : "warning-icon");
    }

    private static String where(Problem problem) {
        return problem.line() == 0 ? problem.file() : problem.file() + ":" + Numbers.count(problem.line());
    }
}
