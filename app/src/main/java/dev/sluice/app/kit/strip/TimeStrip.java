package dev.sluice.app.kit.strip;

import dev.sluice.app.kit.drawing.Drawing;
import dev.sluice.app.kit.drawing.PixelGrid;
import dev.sluice.app.theme.Fonts;
import dev.sluice.app.theme.Palette;
import dev.sluice.app.theme.Theme;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A chart of the last minute: stacked columns and lines over one time axis that it shares with other strips, as it does
 * the crosshair. FX thread only.
 */
public final class TimeStrip extends Drawing {
    private static final double LEFT = 62;
    private static final double TOP = 22;
    private static final double BOTTOM = 16;
    private static final double RIGHT = 8;
    private static final int MEAN_SLOTS = 5;
    private static final Font TITLE = Fonts.sans(FontWeight.SEMI_BOLD, 12);
    private static final Font LEGEND = Fonts.sans(FontWeight.NORMAL, 11);
    private static final Font NUMBER = Fonts.mono(FontWeight.NORMAL, 10);

    private static final Text MEASURE = new Text();

    static {
        MEASURE.setFont(LEGEND);
    }

    private final String title;
    private final double scale;
    private final DoubleFunction<String> unit;
    private final DoubleProperty crosshair;
    private List<Series> series = List.of();
    private long nowNanos;

    /**
     * @param scale what a slot's number is multiplied with: 10 makes counts of a tenth of a second rates
     * @param unit how a number of the axis reads
     * @param crosshair slots before now under the pointer, shared; negative for none
     */
    public TimeStrip(
            String title,
            double scale,
            DoubleFunction<String> unit,
            DoubleProperty crosshair,
            ObservableValue<Theme> theme) {
        super(theme);
        this.title = title;
        this.scale = scale;
        this.unit = unit;
        this.crosshair = crosshair;
        getStyleClass().add("time-strip");
        setMinHeight(84);
        setPrefHeight(120);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(title);
        setOnMouseMoved(event -> crosshair.set((getWidth() - RIGHT - event.getX()) / plotWidth() * Bins.SLOTS));
        setOnMouseExited(event -> crosshair.set(-1));
        crosshair.addListener((value, before, now) -> redraw());
    }

    public void setSeries(List<Series> newSeries) {
        series = List.copyOf(newSeries);
    }

    public void show(long newNanos) {
        nowNanos = newNanos;
        redraw();
    }

    private double plotWidth() {
        return Math.max(1, getWidth() - LEFT - RIGHT);
    }

    private double plotHeight() {
        return Math.max(1, getHeight() - TOP - BOTTOM);
    }

    @Override
    protected void paint(GraphicsContext g, PixelGrid grid, Palette colours) {
        double top = Bins.niceCeiling(highest());
        axes(g, grid, colours, top);
        int columns = (int) plotWidth();
        for (int column = 0; column < columns; column++) {
            column(g, grid, colours, column, columns, top);
        }
        legend(g, colours);
        double age = crosshair.get();
        if (age >= 0 && age < Bins.SLOTS) {
            g.setFill(colours.mutedText());
            double x = grid.snap(LEFT + plotWidth() * (1 - age / Bins.SLOTS));
            g.fillRect(x, TOP, grid.pixel(), plotHeight());
        }
    }

    private double highest() {
        double highest = 0;
        for (int age = 0; age < Bins.SLOTS; age++) {
            double sum = 0;
            for (Series one : series) {
                double value = mean(one, age);
                if (one.stacked() && !Double.isNaN(value)) {
                    sum += value;
                } else if (!Double.isNaN(value)) {
                    highest = Math.max(highest, value);
                }
            }
            highest = Math.max(highest, sum);
        }
        return highest;
    }

    private void axes(GraphicsContext g, PixelGrid grid, Palette colours, double top) {
        g.setFont(TITLE);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(colours.text());
        g.fillText(title, 8, 14);
        g.setFont(NUMBER);
        for (int line = 0; line <= 2; line++) {
            double y = grid.snap(TOP + plotHeight() * line / 2);
            g.setFill(colours.grid());
            g.fillRect(LEFT, y, plotWidth(), grid.pixel());
            g.setFill(colours.mutedText());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(unit.apply(top * (2 - line) / 2), LEFT - 6, y + 3.5);
        }
        for (int seconds = 0; seconds <= 60; seconds += 15) {
            double x = LEFT + plotWidth() * (1 - seconds / 60.0);
            g.setTextAlign(seconds == 0 ? TextAlignment.RIGHT : TextAlignment.CENTER);
            g.fillText(seconds == 0 ? "now" : "\u2212" + seconds + " s", x, getHeight() - 4);
        }
    }

    private void column(GraphicsContext g, PixelGrid grid, Palette colours, int column, int columns, double top) {
        int newest = (columns - 1 - column) * Bins.SLOTS / columns;
        double floor = TOP + plotHeight();
        for (Series one : series) {
            double value = mean(one, newest);
            if (Double.isNaN(value)) {
                continue;
            }
            g.setFill(one.colour().apply(colours));
            double height = plotHeight() * Math.min(1, value / top);
            if (one.stacked()) {
                double upper = grid.snap(floor - height);
                g.fillRect(LEFT + column, upper, 1, floor - upper);
                floor = upper;
            } else {
                double y = grid.snap(TOP + plotHeight() - height);
                double before = plotHeight() * Math.min(1, mean(one, (columns - column) * Bins.SLOTS / columns) / top);
                double from = Double.isNaN(before) ? y : grid.snap(TOP + plotHeight() - before);
                g.fillRect(LEFT + column, Math.min(y, from) - 1, 1, Math.abs(y - from) + 2);
            }
        }
    }

    /** Mean over half a second: a tenth alone holds too few requests to be a rate. */
    private double mean(Series one, int newest) {
        double sum = 0;
        int known = 0;
        for (int age = newest; age < newest + MEAN_SLOTS; age++) {
            double value = one.bins().at(age, nowNanos);
            if (!Double.isNaN(value)) {
                sum += value * scale;
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    private static double widthOf(String text) {
        MEASURE.setText(text);
        return MEASURE.getLayoutBounds().getWidth();
    }

    /** Names with the value under the crosshair, or of the last whole slot. */
    private void legend(GraphicsContext g, Palette colours) {
        int age = crosshair.get() >= 0 ? (int) crosshair.get() : 1;
        double x = getWidth() - RIGHT;
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(LEGEND);
        for (Series one : series.reversed()) {
            double value = mean(one, age);
            String text = one.name() + " " + (Double.isNaN(value) ? "—" : unit.apply(value));
            g.setFill(colours.text());
            g.fillText(text, x, 14);
            x -= widthOf(text) + 12;
            g.setFill(one.colour().apply(colours));
            g.fillRect(x, 6, 8, 8);
            x -= 14;
        }
    }
}
