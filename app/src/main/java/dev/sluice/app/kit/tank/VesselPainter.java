package dev.sluice.app.kit.tank;

import dev.sluice.app.theme.Fonts;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws the vessel: walls, tokens as water or as discs, the number, ticks and the low-water mark. */
final class VesselPainter {
    /** Up to this burst the tokens are drawn one by one. */
    static final int MOST_DISCS = 40;

    private static final double WALL = 2;
    private static final int TICKS = 10;
    private static final Font LARGE_NUMBER = Fonts.mono(FontWeight.BOLD, 20);
    private static final Font MEDIUM_NUMBER = Fonts.mono(FontWeight.BOLD, 14);
    private static final Font LARGE_UNIT = Fonts.mono(FontWeight.MEDIUM, 11);
    private static final Font MEDIUM_UNIT = Fonts.mono(FontWeight.MEDIUM, 10);

    private final TankModel model;

    VesselPainter(TankModel model) {
        this.model = model;
    }

    /** @param top the rim, which a drag moves away from its place in the shape */
    void paint(Brush brush, double top) {
        boolean discs = brush.shape().tap() && model.burst() > 0 && model.burst() <= MOST_DISCS;
        back(brush, top);
        if (discs) {
            discs(brush, top);
        } else {
            water(brush, top);
        }
        lowWater(brush, top);
        walls(brush, top);
    }

    /** Draws the number, over everything else in the vessel. */
    void paintNumber(Brush brush, double top) {
        if (brush.shape().tap()) {
            number(brush, top, model.burst() > 0 && model.burst() <= MOST_DISCS);
        }
    }

    /** Level of {@code share} of the burst, from the top of the control. */
    private static double levelAt(Brush brush, double top, double share) {
        double inside = brush.shape().bottom() - WALL - top;
        return brush.shape().bottom() - WALL - inside * share;
    }

    private void back(Brush brush, double top) {
        outline(brush, top, 0);
        brush.g().setFill(brush.colours().inset());
        brush.g().fill();
    }

    /** The vessel's outline as the current path, {@code inset} inside its outer edge. */
    private static void outline(Brush brush, double top, double inset) {
        GraphicsContext g = brush.g();
        TankShape shape = brush.shape();
        double left = brush.grid().snap(shape.left()) + inset;
        double right = brush.grid().snap(shape.right()) - inset;
        double bottom = brush.grid().snap(shape.bottom()) - inset;
        double corner = Math.max(0, shape.corner() - inset);
        g.beginPath();
        g.moveTo(left, brush.grid().snap(top));
        g.lineTo(left, bottom - corner);
        g.quadraticCurveTo(left, bottom, left + corner, bottom);
        g.lineTo(right - corner, bottom);
        g.quadraticCurveTo(right, bottom, right, bottom - corner);
        g.lineTo(right, brush.grid().snap(top));
    }

    private void walls(Brush brush, double top) {
        GraphicsContext g = brush.g();
        double wall = brush.grid().thickness(brush.shape().tap() ? 1.5 : 1);
        outline(brush, top, wall / 2);
        g.setStroke(wallColour(brush));
        g.setLineWidth(wall);
        g.stroke();
    }

    private static Color wallColour(Brush brush) {
        return brush.colours().border().interpolate(brush.colours().mutedText(), 0.55);
    }

    private void water(Brush brush, double top) {
        GraphicsContext g = brush.g();
        TankShape shape = brush.shape();
        double surface = levelAt(brush, top, model.level());
        double bottom = shape.bottom();
        if (model.level() > 0) {
            g.save();
            outline(brush, top, WALL);
            g.closePath();
            g.clip();
            g.setFill(waterFill(brush, surface, bottom));
            wave(brush, surface, bottom);
            g.fill();
            g.setFill(Brush.faint(Color.WHITE, 0.55));
            brush.rule(shape.left(), surface + 0.5, shape.vesselWidth(), 1);
            glint(brush, surface);
            g.restore();
        }
        if (shape.tap()) {
            ticks(brush, top);
        }
    }

    /** A narrow light band along the left wall: glass. */
    private static void glint(Brush brush, double surface) {
        if (brush.shape().tap()) {
            double height = brush.shape().bottom() - surface - 10;
            if (height > 8) {
                brush.g().setFill(Brush.faint(Color.WHITE, 0.16));
                brush.g().fillRoundRect(brush.shape().right() - 12, surface + 6, 4, height - 8, 4, 4);
            }
        }
    }

    private static LinearGradient waterFill(Brush brush, double surface, double bottom) {
        Color water = brush.colours().water();
        return new LinearGradient(
                0,
                surface,
                0,
                Math.max(surface + 1, bottom),
                false,
                CycleMethod.NO_CYCLE,
                new Stop(0, water),
                new Stop(1, water.deriveColor(5, 1.06, 0.78, 1)));
    }

    /** The water's body as the current path; its surface moves while tokens move. */
    private void wave(Brush brush, double surface, double bottom) {
        GraphicsContext g = brush.g();
        TankShape shape = brush.shape();
        double height = brush.shape().tap() && !model.calm() && model.outPerSecond() > 0 ? 1.6 : 0;
        double phase = brush.nowNanos() % 2_000_000_000L / 2e9 * 2 * Math.PI;
        double step = shape.vesselWidth() / 4;
        g.beginPath();
        g.moveTo(shape.left(), bottom);
        g.lineTo(shape.left(), surface + Math.sin(phase) * height);
        for (int part = 0; part < 4; part++) {
            double from = shape.left() + part * step;
            double middle = surface + Math.sin(phase + part * 1.9 + 0.9) * height * 2;
            g.quadraticCurveTo(
                    from + step / 2, middle, from + step, surface + Math.sin(phase + (part + 1) * 1.9) * height);
        }
        g.lineTo(shape.right(), bottom);
        g.closePath();
    }

    private static void ticks(Brush brush, double top) {
        GraphicsContext g = brush.g();
        g.setFill(Brush.faint(brush.colours().mutedText(), 0.75));
        for (int tick = 1; tick < TICKS; tick++) {
            double y = levelAt(brush, top, tick / (double) TICKS);
            brush.rule(brush.shape().left() + 2, y, tick == TICKS / 2 ? 9 : 5, 1);
        }
    }

    private void discs(Brush brush, double top) {
        double number = brush.shape() == TankShape.LARGE ? 40 : 28;
        double width = brush.shape().vesselWidth() - 2 * WALL - 8;
        double height = brush.shape().bottom() - WALL - 5 - top - number;
        DiscGrid grid = DiscGrid.fit(model.burst(), width, height);
        double left = brush.shape().left() + WALL + 4;
        double bottom = brush.shape().bottom() - WALL - 5;
        double radius = Math.max(1.5, grid.cell() / 2 - Math.max(0.8, grid.cell() * 0.07));
        for (int index = 0; index < model.burst(); index++) {
            double share = Math.clamp(model.shownTokens() - index, 0, 1);
            token(brush, left + grid.x(index, width), bottom - grid.up(index), radius, share);
        }
    }

    /** One token: a full disc, an outline where it is missing, the part that has come while it refills. */
    private static void token(Brush brush, double x, double y, double radius, double share) {
        GraphicsContext g = brush.g();
        Color water = brush.colours().water();
        if (share >= 1) {
            g.setFill(water);
            brush.disc(x, y, radius);
            g.setFill(Brush.faint(Color.WHITE, 0.28));
            brush.disc(x - radius * 0.28, y - radius * 0.3, radius * 0.34);
            return;
        }
        g.setStroke(Brush.faint(brush.colours().mutedText(), 0.45));
        g.setLineWidth(1);
        g.strokeOval(x - radius + 0.5, y - radius + 0.5, 2 * radius - 1, 2 * radius - 1);
        if (share > 0) {
            g.setFill(Brush.faint(water, 0.55));
            g.fillArc(
                    x - radius, y - radius, 2 * radius, 2 * radius, 90, -360 * share, javafx.scene.shape.ArcType.ROUND);
        }
    }

    private void lowWater(Brush brush, double top) {
        double low = model.lowWater();
        if (Double.isNaN(low) || low >= model.level() || !brush.shape().tap() || model.burst() <= MOST_DISCS) {
            return;
        }
        GraphicsContext g = brush.g();
        double y = Math.min(levelAt(brush, top, low), brush.shape().bottom() - WALL - 1.5);
        double right = brush.shape().right();
        g.setFill(Brush.faint(Color.WHITE, 0.9));
        brush.dashes(brush.shape().left() + 2, y, brush.shape().vesselWidth() - 4, 4, 3);
        g.setFill(brush.colours().mutedText());
        g.fillPolygon(new double[] {right, right + 5, right + 5}, new double[] {y, y - 3.5, y + 3.5}, 3);
    }

    /** The number lies over the water line: white where there is water behind it, dark where there is none. */
    private void number(Brush brush, double top, boolean discs) {
        boolean large = brush.shape() == TankShape.LARGE;
        double middle = brush.shape().left() + brush.shape().vesselWidth() / 2;
        double base = discs ? top + (large ? 23 : 15) : (top + brush.shape().bottom()) / 2 + (large ? 2 : 1);
        if (discs) {
            dry(brush, middle, base);
            return;
        }
        double surface = brush.grid().snap(levelAt(brush, top, model.level()));
        clipped(brush, top - 4, surface, () -> dry(brush, middle, base));
        clipped(
                brush,
                surface,
                brush.shape().bottom(),
                () -> digits(brush, middle, base, Color.WHITE, Brush.faint(Color.WHITE, 0.92)));
    }

    /** Above the water, with a halo: the refill may run behind the digits. */
    private void dry(Brush brush, double middle, double base) {
        GraphicsContext g = brush.g();
        boolean large = brush.shape() == TankShape.LARGE;
        g.setStroke(brush.colours().inset());
        g.setLineWidth(4);
        g.setLineJoin(javafx.scene.shape.StrokeLineJoin.ROUND);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(large ? LARGE_NUMBER : MEDIUM_NUMBER);
        g.strokeText(model.readout().tokens(), middle, base);
        g.setFont(large ? LARGE_UNIT : MEDIUM_UNIT);
        g.strokeText("/ " + model.readout().burst(), middle, base + (large ? 15 : 12));
        digits(brush, middle, base, brush.colours().text(), brush.colours().mutedText());
    }

    private static void clipped(Brush brush, double top, double bottom, Runnable drawing) {
        if (bottom > top) {
            GraphicsContext g = brush.g();
            g.save();
            g.beginPath();
            g.rect(brush.shape().left(), top, brush.shape().vesselWidth(), bottom - top);
            g.clip();
            drawing.run();
            g.restore();
        }
    }

    private void digits(Brush brush, double middle, double base, Color strong, Color weak) {
        boolean large = brush.shape() == TankShape.LARGE;
        GraphicsContext g = brush.g();
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(strong);
        g.setFont(large ? LARGE_NUMBER : MEDIUM_NUMBER);
        g.fillText(model.readout().tokens(), middle, base);
        g.setFill(weak);
        g.setFont(large ? LARGE_UNIT : MEDIUM_UNIT);
        g.fillText("/ " + model.readout().burst(), middle, base + (large ? 15 : 12));
    }
}
