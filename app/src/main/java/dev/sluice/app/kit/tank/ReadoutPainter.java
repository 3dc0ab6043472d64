package dev.sluice.app.kit.tank;

import dev.sluice.app.kit.Numbers;
import dev.sluice.app.theme.Fonts;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * Draws what stands beside and below a vessel: falling refusals and their count, the flows in numbers, the last minute.
 */
final class ReadoutPainter {
    private static final Font NUMBER = Fonts.mono(FontWeight.MEDIUM, 11);
    private static final Font COUNT = Fonts.mono(FontWeight.BOLD, 11);
    private static final Font TREND = Fonts.sans(FontWeight.SEMI_BOLD, 12);
    private static final Font NOTE = Fonts.sans(FontWeight.NORMAL, 10);

    private final TankModel model;

    ReadoutPainter(TankModel model) {
        this.model = model;
    }

    void paint(Brush brush) {
        if (brush.shape().rows() == 0) {
            return;
        }
        rain(brush);
        if (brush.shape() == TankShape.LARGE) {
            flows(brush);
        }
        trend(brush, brush.shape() == TankShape.LARGE ? 1 : 0);
        refused(brush, brush.shape() == TankShape.LARGE ? 2 : 1);
        if (brush.shape().strip() > 0) {
            strip(brush);
        }
    }

    private void rain(Brush brush) {
        if (model.calm()) {
            return;
        }
        RefusalRain rain = model.rain();
        TankShape shape = brush.shape();
        double from = shape.top() + 16;
        double to = shape.bottom() + 12;
        brush.g().setFill(brush.colours().throttled());
        for (int i = 0; i < rain.inFlight(); i++) {
            double fallen = rain.fallen(i, brush.nowNanos());
            double sway = (i % 3 - 1) * Math.min(5, (shape.width() - shape.right()) / 5);
            brush.refusal(shape.gutter() + 2 + sway, from + (to - from) * fallen, 4.5);
        }
    }

    private void flows(Brush brush) {
        GraphicsContext g = brush.g();
        double base = brush.shape().baseline(0);
        TankReadout readout = model.readout();
        g.setFont(NUMBER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(brush.colours().water().interpolate(brush.colours().text(), 0.25));
        g.fillText(readout.in(), brush.shape().left(), base);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(
                model.outPerSecond() > 0
                        ? brush.colours().ok()
                        : brush.colours().mutedText());
        g.fillText(readout.out(), brush.shape().width(), base);
    }

    private void trend(Brush brush, int row) {
        GraphicsContext g = brush.g();
        double base = brush.shape().baseline(row);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(TREND);
        g.setFill(trendColour(brush));
        boolean large = brush.shape() == TankShape.LARGE;
        Trend trend = model.readout().trend();
        g.fillText(large ? trend.text() : trend.brief(), brush.shape().left(), base);
        boolean net = switch (model.readout().trend()) {
            case Trend.Draining ignored -> true;
            case Trend.Filling ignored -> true;
            case Trend.Full ignored -> false;
            case Trend.Empty ignored -> false;
            case Trend.Steady ignored -> false;
            case Trend.Unknown ignored -> false;
        };
        if (brush.shape() == TankShape.LARGE && net) {
            g.setTextAlign(TextAlignment.RIGHT);
            g.setFont(NUMBER);
            g.setFill(brush.colours().mutedText());
            g.fillText(model.readout().net(), brush.shape().width(), base);
        }
    }

    private Color trendColour(Brush brush) {
        return switch (model.readout().trend()) {
            case Trend.Empty ignored -> brush.colours().throttled();
            case Trend.Draining ignored -> brush.colours().clientError();
            case Trend.Full ignored -> brush.colours().mutedText();
            case Trend.Filling ignored -> brush.colours().text();
            case Trend.Steady ignored -> brush.colours().text();
            case Trend.Unknown ignored -> brush.colours().mutedText();
        };
    }

    private void refused(Brush brush, int row) {
        GraphicsContext g = brush.g();
        double base = brush.shape().baseline(row);
        boolean any = model.refused() > 0;
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(COUNT);
        g.setFill(any ? brush.colours().throttled() : brush.colours().mutedText());
        g.fillText(
                "429: " + (any ? model.readout().refused() : "0"), brush.shape().left() + 13, base);
        brush.refusal(brush.shape().left() + 5, base - 4, 4.5);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(NOTE);
        g.setFill(brush.colours().mutedText());
        if (model.rain().requestsPerShape() > 1 && !model.calm()) {
            g.fillText(
                    "▼ = " + Numbers.count(model.rain().requestsPerShape()),
                    brush.shape().width(),
                    base);
        }
    }

    /** The last 60 s: in each column of pixels the span between the lowest and the highest level. */
    private void strip(Brush brush) {
        GraphicsContext g = brush.g();
        TankShape shape = brush.shape();
        double height = shape.strip();
        double top = brush.grid().snap(shape.height() - height);
        double left = brush.grid().snap(shape.left());
        double width = brush.grid().snap(shape.width()) - left;
        g.setFill(brush.colours().inset());
        g.fillRoundRect(left, top, width, height, 4, 4);
        int columns = (int) Math.floor(width / brush.grid().pixel());
        for (int column = 0; column < columns; column++) {
            int newest = (columns - 1 - column) * LevelHistory.SLOTS / columns;
            int oldest = Math.max(newest, (columns - column) * LevelHistory.SLOTS / columns - 1);
            column(brush, left + column * brush.grid().pixel(), top + 2, height - 3, newest, oldest);
        }
    }

    private void column(Brush brush, double x, double top, double height, int newest, int oldest) {
        float low = Float.NaN;
        float high = Float.NaN;
        for (int age = newest; age <= oldest; age++) {
            low = least(low, model.history().lowest(age));
            high = -least(-high, -model.history().highest(age));
        }
        if (Float.isNaN(low) || model.burst() == 0) {
            return;
        }
        GraphicsContext g = brush.g();
        double pixel = brush.grid().pixel();
        double highest = top + height * (1 - Math.min(1, high / model.burst()));
        double lowest = top + height * (1 - Math.min(1, low / model.burst()));
        g.setFill(Brush.faint(brush.colours().water(), 0.25));
        g.fillRect(x, lowest, pixel, top + height - lowest);
        g.setFill(low < 1 ? brush.colours().throttled() : brush.colours().water());
        g.fillRect(x, brush.grid().snap(highest), pixel, Math.max(1.5, lowest - highest));
    }

    private static float least(float a, float b) {
        return Float.isNaN(a) || b < a ? b : a;
    }
}
