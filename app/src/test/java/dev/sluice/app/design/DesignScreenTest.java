package dev.sluice.app.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.app.ArticleWorkspace;
import dev.sluice.app.ScreenTest;
import dev.sluice.app.Screenshots;
import dev.sluice.app.frame.FrameView;
import dev.sluice.app.frame.Navigation;
import dev.sluice.app.frame.Selection;
import dev.sluice.app.frame.StatusBar;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class DesignScreenTest extends ScreenTest {
    private DesignModel model;

    @Override
    protected Parent content() {
        Workspace workspace = ArticleWorkspace.definition();
        model = new DesignModel(() -> workspace, Selection.in(workspace), "http://127.0.0.1:4567");
        var screen = new DesignScreen(model, () -> {});
        return new FrameView(
                new Navigation(List.of(screen)),
                appearance,
                workspace.name(),
                new Label(),
                Optional.empty(),
                new StatusBar(),
                List.of());
    }

    @Test
    void typingInTheFilterLeavesTheMatchingMethods() {
        clickOn("#design-filter").write("post");
        TreeView<TreeEntry> tree = lookup("#design-tree").query();
        assertEquals(5, tree.getExpandedItemCount());
    }

    @Test
    void theArrowKeysFollowTheRequestThroughTheDiagram() {
        interact(() -> model.select(ArticleWorkspace.API, "/orders", "POST"));
        clickOn("#box-methodRequest");
        push(KeyCode.RIGHT);
        assertEquals(DiagramBox.INTEGRATION_REQUEST, model.boxProperty().get());
        push(KeyCode.DOWN);
        assertEquals(DiagramBox.INTEGRATION_RESPONSE, model.boxProperty().get());
        push(KeyCode.LEFT);
        assertEquals(DiagramBox.METHOD_RESPONSE, model.boxProperty().get());
    }

    @Test
    void itLooksGoodEmptyAndWithAMethod() {
        Screenshots.save("design-nothing-selected-light", stage.getScene(), 1);
        interact(() -> model.select(ArticleWorkspace.API, "/orders", "POST"));
        interact(() -> model.boxProperty().set(DiagramBox.INTEGRATION_REQUEST));
        Screenshots.take("design", stage, appearance);
        interact(() -> model.select(ArticleWorkspace.API, "/health", "GET"));
        interact(() -> model.boxProperty().set(DiagramBox.LIMITS));
        Screenshots.save("design-limits-light", stage.getScene(), 1);
    }
}
