package dev.sluice.app.kit.tank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.ScreenTest;
import dev.sluice.app.Screenshots;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.journal.BucketId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class TankGalleryTest extends ScreenTest {
    private final List<ThrottleSettings> edits = new ArrayList<>();
    private final FlowPane gallery = new FlowPane(28, 20);
    private BucketTank first;

    @Override
    protected Parent content() {
        gallery.setStyle("-fx-padding: 20; -fx-background-color: -sluice-surface;");
        first = add(
                "draining",
                TankSize.LARGE,
                "100",
                500,
                model -> new Readings(model.id(), limit("100", 500))
                        .play(model, 58, 40)
                        .play(model, 2.4, 242));
        add(
                "empty, refusing",
                TankSize.LARGE,
                "100",
                50,
                model -> new Readings(model.id(), limit("100", 50))
                        .play(model, 40, 60)
                        .play(model, 6, 131));
        add(
                "countable, slow",
                TankSize.LARGE,
                "2",
                20,
                model -> new Readings(model.id(), limit("2", 20))
                        .play(model, 50, 1.2)
                        .play(model, 1, 14)
                        .play(model, 0.65, 2));
        add(
                "high rate",
                TankSize.LARGE,
                "10000",
                5_000,
                model -> new Readings(model.id(), limit("10000", 5_000))
                        .play(model, 10, 9_000)
                        .play(model, 2, 16_000));
        add("full", TankSize.LARGE, "100", 200, model -> new Readings(model.id(), limit("100", 200)).play(model, 2, 0));
        add(
                "medium",
                TankSize.MEDIUM,
                "100",
                200,
                model -> new Readings(model.id(), limit("100", 200)).play(model, 3, 140));
        add(
                "medium, refusing",
                TankSize.MEDIUM,
                "5",
                10,
                model -> new Readings(model.id(), limit("5", 10)).play(model, 4, 12));
        add(
                "medium, full",
                TankSize.MEDIUM,
                "0.5",
                40,
                model -> new Readings(model.id(), limit("0.5", 40)).play(model, 1, 0));
        add("nothing known", TankSize.MEDIUM, "1", 1, model -> {});
        var inline = new HBox(12);
        for (double demand : new double[] {0, 120, 160, 220}) {
            var model = Readings.model(BucketId.usagePlan("gold", "gold"));
            new Readings(model.id(), limit("100", 100)).play(model, 1.5, demand);
            inline.getChildren().add(new BucketTank(model, TankSize.INLINE, appearance.themeProperty()));
        }
        gallery.getChildren().add(new VBox(6, new Label("inline"), inline));
        return gallery;
    }

    private static ThrottleSettings limit(String rate, int burst) {
        return new ThrottleSettings(rate, burst);
    }

    private BucketTank add(
            String title, TankSize size, String rate, int burst, java.util.function.Consumer<TankModel> history) {
        var model = Readings.model(BucketId.usagePlan("gold", "gold"));
        history.accept(model);
        var tank = new BucketTank(model, size, appearance.themeProperty());
        tank.setOnEdit(limit -> {
            edits.add(limit);
            model.accept(TankModel.untouched(model.id(), limit), model.nowNanos());
            tank.show();
        });
        gallery.getChildren().add(new VBox(6, new Label(title + " · " + rate + "/s, " + burst), tank));
        return tank;
    }

    @Test
    void arrowKeysChangeTheHeldNumberAndTheGalleryLooksRight() {
        Screenshots.take("tank-gallery", stage, appearance);
        interact(first::requestFocus);
        push(KeyCode.UP);
        push(KeyCode.UP);
        push(KeyCode.RIGHT);
        push(KeyCode.DOWN);
        assertEquals(List.of(limit("101", 500), limit("102", 500), limit("102", 499)), edits);
        Screenshots.save("tank-gallery-focus", stage.getScene(), 1);
    }

    @Test
    void draggingTheTapAsksForAnotherRate() {
        drag(first.localToScreen(TapPainter.knobX(TankShape.LARGE, 100), TapPainter.trackY(TankShape.LARGE)))
                .moveBy(30, 0)
                .moveBy(25, 0);
        Screenshots.save("tank-gallery-drag", stage.getScene(), 1);
        drop();
        assertTrue(edits.getLast().rateLimit().doubleValue() > 200, () -> "edits " + edits);
        assertEquals(500, edits.getLast().burstLimit());
    }
}
