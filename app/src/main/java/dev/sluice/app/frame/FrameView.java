package dev.sluice.app.frame;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** Everything in the window: the rail, and the screen that it chose. */
public final class FrameView extends StackPane {
    private final BorderPane layout = new BorderPane();

    public FrameView(Navigation navigation) {
        getStyleClass().add("frame");
        getChildren().add(layout);
        layout.setLeft(new Rail(navigation));
        navigation.currentProperty().subscribe(screen -> layout.setCenter(screen.view()));
    }
}
