package dev.sluice.app;

import dev.sluice.app.theme.Appearance;
import dev.sluice.app.theme.Fonts;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.framework.junit5.ApplicationTest;

/** A test with one window, 1280 by 800, and a robot that types and clicks in it. */
public abstract class ScreenTest extends ApplicationTest {
    protected final Appearance appearance = new Appearance();
    protected Stage stage;

    /** What fills the window; called on the FX thread. */
    protected abstract Parent content();

    @Override
    public final void start(Stage primary) {
        stage = primary;
        Fonts.load();
        var scene = new Scene(content(), 1280, 800);
        appearance.dress(scene);
        // The toolkit has one primary stage for all tests: nothing of the last one may stay.
        stage.setMaximized(false);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }
}
