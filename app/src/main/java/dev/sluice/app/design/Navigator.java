package dev.sluice.app.design;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.design.TreeEntry.MethodEntry;
import dev.sluice.app.frame.Selection.SelectedMethod;
import dev.sluice.app.frame.Selection.SelectedStage;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The resource tree, the filter over it, and the stage it is compared with. */
final class Navigator extends VBox {
    private final DesignModel model;
    private final TreeView<TreeEntry> tree = new TreeView<>(new TreeItem<>());
    private final ComboBox<String> stages = new ComboBox<>();
    private final TextField filter = new TextField();

    Navigator(DesignModel model) {
        this.model = model;
        getStyleClass().add("design-navigator");
        var stageLabel = new Label(text("design.stage"));
        stageLabel.getStyleClass().addAll("muted", "small-text");
        stageLabel.setLabelFor(stages);
        stages.setMaxWidth(Double.MAX_VALUE);
        stages.setId("design-stage");
        HBox.setHgrow(stages, Priority.ALWAYS);
        var stageLine = new HBox(stageLabel, stages);
        stageLine.getStyleClass().add("stage-line");
        filter.setId("design-filter");
        filter.setPromptText(text("design.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        tree.setId("design-tree");
        tree.setShowRoot(false);
        tree.setCellFactory(ignored -> new TreeEntryCell());
        VBox.setVgrow(tree, Priority.ALWAYS);
        var filterLine = new HBox(filter);
        HBox.setHgrow(filter, Priority.ALWAYS);
        filterLine.getStyleClass().add("filter-line");
        getChildren().addAll(stageLine, filterLine, tree);

        refresh();
        model.filterProperty().subscribe((before, now) -> refreshTree());
        model.selection().stageProperty().subscribe((before, now) -> refresh());
        model.selection().methodProperty().subscribe(selected -> selected.ifPresent(this::reveal));
        stages.setOnAction(choice -> Optional.ofNullable(stages.getValue()).ifPresent(model::selectStage));
        tree.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    }

    TextField filter() {
        return filter;
    }

    /** Builds tree and stages anew from the definition. */
    void refresh() {
        stages.getItems().setAll(model.stageNames());
        stages.setValue(model.selection()
                .stageProperty()
                .get()
                .map(SelectedStage::stageName)
                .orElse(null));
        refreshTree();
    }

    private void refreshTree() {
        tree.getRoot().getChildren().setAll(items(model.tree()));
        model.selection().methodProperty().get().ifPresent(this::reveal);
    }

    private static List<TreeItem<TreeEntry>> items(List<TreeBranch> branches) {
        return branches.stream().map(Navigator::item).toList();
    }

    private static TreeItem<TreeEntry> item(TreeBranch branch) {
        var item = new TreeItem<>(branch.entry());
        item.setExpanded(true);
        item.getChildren().setAll(items(branch.children()));
        return item;
    }

    private void selected(TreeItem<TreeEntry> item) {
        if (item != null && item.getValue() instanceof MethodEntry method) {
            model.select(method.apiId(), method.path(), method.httpMethod());
        }
    }

    private void reveal(SelectedMethod wanted) {
        for (int row = 0; row < tree.getExpandedItemCount(); row++) {
            if (tree.getTreeItem(row).getValue() instanceof MethodEntry method
                    && method.apiId().equals(wanted.apiId())
                    && method.path().equals(wanted.resourcePath())
                    && method.httpMethod().equals(wanted.httpMethod())) {
                tree.getSelectionModel().select(row);
                return;
            }
        }
    }
}
