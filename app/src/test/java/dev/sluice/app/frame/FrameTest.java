package dev.sluice.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.app.ScreenTest;
import dev.sluice.app.Screenshots;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class FrameTest extends ScreenTest {
    private Navigation navigation;

    @Override
    protected Parent content() {
        navigation = new Navigation(List.of(
                new PlainScreen("start", "Start", "fth-home", "Alt+1"),
                new PlainScreen("design", "Design", "fth-git-merge", "Alt+2")));
        return new FrameView(navigation);
    }

    @Test
    void arrowAndEnterInTheRailGoToTheNextScreen() {
        interact(() -> lookup("#rail-start").query().requestFocus());
        push(KeyCode.DOWN);
        push(KeyCode.SPACE);
        assertEquals("design", navigation.current().id());
        Screenshots.take("frame", stage, appearance);
    }
}
