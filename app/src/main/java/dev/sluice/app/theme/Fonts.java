package dev.sluice.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The bundled fonts, Inter for words and JetBrains Mono for numbers and code (both OFL 1.1). */
public final class Fonts {
    public static final String SANS = "Inter";
    public static final String MONO = "JetBrains Mono";

    private static final List<String> FILES = List.of(
            "inter-latin-400-normal.woff",
            "inter-latin-500-normal.woff",
            "inter-latin-600-normal.woff",
            "inter-latin-700-normal.woff",
            "jetbrains-mono-latin-400-normal.woff",
            "jetbrains-mono-latin-500-normal.woff",
            "jetbrains-mono-latin-700-normal.woff");

    private Fonts() {}

    /** Makes the fonts known to the toolkit; needed once, before the first scene. */
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    /** Inter for drawing on a canvas, {@code size} in pixels. */
    public static Font sans(FontWeight weight, double size) {
        return Font.font(SANS, weight, size);
    }

    /** JetBrains Mono for drawing on a canvas, {@code size} in pixels. */
    public static Font mono(FontWeight weight, double size) {
        return Font.font(MONO, weight, size);
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (in == null || Font.loadFont(in, 13) == null) {
                throw new IllegalStateException("bundled font " + file + " cannot be read");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
