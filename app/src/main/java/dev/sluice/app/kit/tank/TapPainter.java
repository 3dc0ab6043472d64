package dev.sluice.app.kit.tank;

import dev.sluice.app.kit.Numbers;
import dev.sluice.app.kit.figure.Figures;
import dev.sluice.app.kit.tank.LimitEditor.Part;
import dev.sluice.app.theme.Fonts;
import dev.sluice.engine.definition.ThrottleSettings;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws what flows in and out, the two handles, and the old values beside them. */
final class TapPainter {
    /** Up to this rate the refill is drawn as drops, one a token. */
    static final double MOST_DROPS_PER_SECOND = 12;

    private static final double FALL_SECONDS = 0.5;
    private static final double KNOB = 6;
    private static final double GRIP_WIDTH = 11;
    private static final double GRIP_HEIGHT = 7;
    private static final Font SMALL = Fonts.mono(FontWeight.NORMAL, 10);
    private static final Font SMALL_BOLD = Fonts.mono(FontWeight.BOLD, 10);

    private final TankModel model;
    private final LimitEditor editor;

    TapPainter(TankModel model, LimitEditor editor) {
        this.model = model;
        this.editor = editor;
    }

    void paint(Brush brush, double top, boolean focused) {
        inflow(brush, top);
        outflow(brush);
        track(brush);
        ghosts(brush, top);
        knob(brush, knobX(brush.shape(), model.inPerSecond()), held(focused, Part.RATE));
        grip(brush, top, held(focused, Part.BURST));
        labels(brush, top, focused);
    }

    private boolean held(boolean focused, Part part) {
        return focused && editor.part() == part;
    }

    static double trackY(TankShape shape) {
        return shape == TankShape.LARGE ? 13 : 9;
    }

    /** Where the tap stands for a rate: a decade takes a sixth of the track, from 0.1 to 100,000 a second. */
    static double knobX(TankShape shape, double rate) {
        double share = Math.clamp((Math.log10(Math.max(rate, 0.1)) + 1) / 6, 0, 1);
        return shape.left() + KNOB + share * (shape.vesselWidth() - 2 * KNOB);
    }

    static double gripX(TankShape shape) {
        return shape.right() - 3;
    }

    /** Whether a point is on a handle. */
    static Optional<Part> handleAt(TankShape shape, double rate, double x, double y) {
        if (!shape.tap()) {
            return Optional.empty();
        }
        if (Math.abs(y - trackY(shape)) < KNOB + 4 && Math.abs(x - knobX(shape, rate)) < KNOB + 5) {
            return Optional.of(Part.RATE);
        }
        boolean grip = Math.abs(y - shape.top()) < GRIP_HEIGHT + 2
                && x > gripX(shape) - 5
                && x < gripX(shape) + GRIP_WIDTH + 5;
        boolean rim = Math.abs(y - shape.top()) < 4 && x > shape.left() && x < shape.right();
        return grip || rim ? Optional.of(Part.BURST) : Optional.empty();
    }

    private void inflow(Brush brush, double top) {
        if (!model.refilling()) {
            return;
        }
        TankShape shape = brush.shape();
        double from = trackY(shape) + KNOB + 5;
        double bottom = shape.bottom() - 4;
        double to = Math.max(from + 4, bottom - (bottom - top) * model.level());
        double x = knobX(shape, model.inPerSecond());
        if (model.inPerSecond() <= MOST_DROPS_PER_SECOND && !model.calm()) {
            drops(brush, x, from, to);
        } else {
            stream(
                    brush,
                    x,
                    from,
                    to,
                    width(model.inPerSecond()),
                    brush.colours().water());
        }
    }

    /** Drop {@code k} lands when token {@code k} is whole: the rate can be counted. */
    private void drops(Brush brush, double x, double from, double to) {
        double rate = model.inPerSecond();
        double seconds = brush.nowNanos() % 3_600_000_000_000L / 1e9;
        double newest = Math.floor((seconds + FALL_SECONDS) * rate);
        brush.g().setFill(brush.colours().water());
        for (double drop = newest; drop >= seconds * rate && drop > newest - 12; drop--) {
            double left = drop / rate - seconds;
            double fallen = 1 - left / FALL_SECONDS;
            double y = from + (to - from) * fallen * fallen;
            brush.disc(x, y, 2.6);
            brush.g().fillPolygon(new double[] {x - 2.1, x + 2.1, x}, new double[] {y - 1.2, y - 1.2, y - 6}, 3);
        }
    }

    /** Wider with every doubling: 2 px at 12 a second, 14 px at 50,000. */
    private static double width(double perSecond) {
        return Math.clamp(2 + Math.log(Math.max(1, perSecond / MOST_DROPS_PER_SECOND)) / Math.log(2), 2, 14);
    }

    private void stream(Brush brush, double x, double from, double to, double width, Color colour) {
        GraphicsContext g = brush.g();
        g.setFill(Brush.faint(colour, 0.8));
        brush.block(x - width / 2, from, width, to - from);
        if (model.calm()) {
            return;
        }
        g.setFill(Brush.faint(Color.WHITE, 0.35));
        double period = 16;
        double shift = brush.nowNanos() % 400_000_000L / 4e8 * period;
        for (double y = from - period + shift; y < to; y += period) {
            double start = Math.max(from, y);
            double end = Math.min(to, y + 5);
            if (end > start) {
                brush.block(x - width / 2, start, Math.max(1, width / 3), end - start);
            }
        }
    }

    private void outflow(Brush brush) {
        TankShape shape = brush.shape();
        double middle = shape.left() + shape.vesselWidth() / 2;
        GraphicsContext g = brush.g();
        g.setFill(brush.colours().border().interpolate(brush.colours().mutedText(), 0.55));
        brush.block(middle - 9, shape.bottom() - 1, 18, 3);
        if (model.outPerSecond() > 0) {
            double width = Math.max(2, width(model.outPerSecond()));
            stream(
                    brush,
                    middle,
                    shape.bottom() + 2,
                    shape.bottom() + 10,
                    width,
                    brush.colours().ok());
        }
    }

    private void track(Brush brush) {
        TankShape shape = brush.shape();
        brush.g().setFill(brush.colours().border());
        double y = trackY(shape);
        brush.g().fillRoundRect(shape.left(), brush.grid().snap(y - 1.5), shape.vesselWidth(), 3, 3, 3);
    }

    /** The tap: a round handle and its nozzle. */
    private static void knob(Brush brush, double x, boolean held) {
        GraphicsContext g = brush.g();
        double y = trackY(brush.shape());
        Color colour = held ? brush.colours().accent() : brush.colours().mutedText();
        g.setFill(colour);
        g.fillPolygon(
                new double[] {x - 4, x + 4, x + 2.5, x - 2.5},
                new double[] {y + KNOB - 1, y + KNOB - 1, y + KNOB + 5, y + KNOB + 5},
                4);
        brush.disc(x, y, KNOB);
        g.setFill(brush.colours().surface());
        brush.disc(x, y, KNOB - 2);
        g.setFill(colour);
        brush.disc(x, y, 1.5);
    }

    /** The handle on the rim. */
    private static void grip(Brush brush, double top, boolean held) {
        GraphicsContext g = brush.g();
        double x = brush.grid().snap(gripX(brush.shape()));
        double y = brush.grid().snap(top - GRIP_HEIGHT / 2);
        g.setFill(held ? brush.colours().accent() : brush.colours().mutedText());
        g.fillRoundRect(x, y, GRIP_WIDTH, GRIP_HEIGHT, 4, 4);
        g.setFill(brush.colours().surface());
        brush.block(x + 3, y + 2, 1, 3);
        brush.block(x + 5, y + 2, 1, 3);
        brush.block(x + 7, y + 2, 1, 3);
    }

    private void ghosts(Brush brush, double top) {
        model.limit()
                .ifPresent(now -> editor.ghost(brush.nowNanos()).ifPresent(old -> {
                    brush.g().setFill(brush.colours().accent());
                    if (old.rateLimit().compareTo(now.rateLimit()) != 0) {
                        double x = knobX(brush.shape(), old.rateLimit().doubleValue());
                        brush.g().setStroke(brush.colours().accent());
                        brush.g().setLineWidth(1);
                        brush.g()
                                .strokeOval(
                                        x - KNOB + 0.5, trackY(brush.shape()) - KNOB + 0.5, 2 * KNOB - 1, 2 * KNOB - 1);
                    }
                    if (old.burstLimit() != now.burstLimit()) {
                        ghostBurst(brush, top, old, now);
                    }
                }));
    }

    /** The old rim, at its place on the new scale. */
    private static void ghostBurst(Brush brush, double top, ThrottleSettings old, ThrottleSettings now) {
        double inside = brush.shape().bottom() - top;
        double share = old.burstLimit() / (double) Math.max(1, now.burstLimit());
        double y = Math.max(trackY(brush.shape()) + KNOB + 6, brush.shape().bottom() - inside * share);
        brush.dashes(brush.shape().left() - 4, y, brush.shape().vesselWidth() + 8, 5, 3);
    }

    private void labels(Brush brush, double top, boolean focused) {
        if (brush.shape() != TankShape.LARGE) {
            return;
        }
        GraphicsContext g = brush.g();
        g.setTextAlign(TextAlignment.RIGHT);
        double right = brush.shape().width();
        Optional<ThrottleSettings> ghost = editor.ghost(brush.nowNanos());
        model.limit().ifPresent(limit -> {
            label(
                    brush,
                    held(focused, Part.RATE),
                    Figures.perSecond(model.inPerSecond()),
                    right,
                    trackY(brush.shape()) + 3.5);
            label(brush, held(focused, Part.BURST), Figures.shortNumber(limit.burstLimit()), right, top + 3.5);
            ghost.filter(old -> old.rateLimit().compareTo(limit.rateLimit()) != 0)
                    .ifPresent(old -> was(
                            brush,
                            Figures.perSecond(old.rateLimit().doubleValue()),
                            right,
                            trackY(brush.shape()) + 15));
            ghost.filter(old -> old.burstLimit() != limit.burstLimit())
                    .ifPresent(old -> was(brush, Numbers.count(old.burstLimit()), right, top + 15));
        });
    }

    private static void label(Brush brush, boolean held, String text, double right, double base) {
        brush.g().setFont(held ? SMALL_BOLD : SMALL);
        brush.g().setFill(held ? brush.colours().accent() : brush.colours().mutedText());
        brush.g().fillText(text, right, base);
    }

    private static void was(Brush brush, String text, double right, double base) {
        brush.g().setFont(SMALL);
        brush.g().setFill(brush.colours().accent());
        brush.g().fillText("was " + text, right, base);
    }
}
