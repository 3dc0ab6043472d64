package dev.sluice.app.kit.strip;

import dev.sluice.app.theme.Palette;
import java.util.function.Function;
import javafx.scene.paint.Color;

/**
 * One line of a strip.
 *
 * @param stacked whether it stands on the stacked series before it, as columns; otherwise it is a line
 */
public record Series(String name, boolean stacked, Bins bins, Function<Palette, Color> colour) {
    public static Series stacked(String name, Function<Palette, Color> colour) {
        return new Series(name, true, new Bins(), colour);
    }

    public static Series line(String name, Function<Palette, Color> colour) {
        return new Series(name, false, new Bins(), colour);
    }
}
