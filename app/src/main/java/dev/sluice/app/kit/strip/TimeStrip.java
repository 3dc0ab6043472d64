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
import javafx.scene.text.TextAlignment;

/**
 * A chart of the last minute: stacked columns and lines over one time axis that it shares with other strips, as it does
 * the crosshair. FX thread only.
 */
public final class TimeStrip extends Drawing {
    private static final double LEFT = 52;
    private static final double TOP = 22;
    private static final double BOTTOM = 16;
    private static final double RIGHT = 8;
    private static final Font TITLE = Fonts.sans(FontWeight.SEMI_BOLD, 12);
    private static final Font LEGEND = Fonts.sans(FontWeight.NORMAL, 11);
    private static final Font NUMBER = Fonts.mono(FontWeight.NORMAL, 10);

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
        double top = niceCeiling(highest());
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
                double value = one.bins().at(age, nowNanos) * scale;
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

    /** 1, 2, 2.5, 5 times a power of ten, at least the value. */
    static double niceCeiling(double value) {
        if (value <= 0) {
            return 1;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 2, 2.5, 5}) {
            if (value <= ten * step) {
                return ten * step;
            }
        }
        return ten * 10;
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
        int oldest = Math.max(newest, (columns - column) * Bins.SLOTS / columns - 1);
        double floor = TOP + plotHeight();
        for (Series one : series) {
            double value = highestOf(one, newest, oldest);
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
                g.fillRect(LEFT + column, grid.snap(TOP + plotHeight() - height) - 1, 1, 2);
            }
        }
    }

    private double highestOf(Series one, int newest, int oldest) {
        double highest = Double.NaN;
        for (int age = newest; age <= oldest; age++) {
            double value = one.bins().at(age, nowNanos) * scale;
            highest = Double.isNaN(highest) || value > highest ? value : highest;
        }
        return highest;
    }

    /** Names with the value under the crosshair, or of the last whole slot. */
    private void legend(GraphicsContext g, Palette colours) {
        int age = crosshair.get() >= 0 ? (int) crosshair.get() : 1;
        double x = getWidth() - RIGHT;
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(LEGEND);
        for (Series one : series.reversed()) {
            double value = one.bins().at(age, nowNanos) * scale;
            String text = one.name() + " " + (Double.isNaN(value) ? "—" : unit.apply(value));
            g.setFill(colours.text());
            g.fillText(text, x, 14);
            x -= text.length() * 6.2 + 12;
            g.setFill(one.colour().apply(colours));
            g.fillRect(x, 6, 8, 8);
            x -= 12;
        }
    }
}
