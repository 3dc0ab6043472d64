package dev.sluice.app.theme;

import javafx.scene.paint.Color;

/**
 * A theme's colours for what CSS cannot reach. The same colours have the names {@code -sluice-...} in the style sheets.
 *
 * @param background behind the screens
 * @param surface of cards, tables, diagrams
 * @param inset of wells within a surface: empty tanks, code
 * @param border lines around surfaces
 * @param grid lines within charts
 * @param text at least 4.5:1 on surface and background
 * @param mutedText at least 4.5:1 on surface and background
 * @param accent the one colour of what can be pressed
 * @param ok answered below 400
 * @param clientError 4xx without 429
 * @param throttled 429
 * @param serverError 5xx
 * @param cached answered from a cache
 * @param dropped not sent by the load generator
 * @param water tokens in a bucket
 */
public record Palette(
        Color background,
        Color surface,
        Color inset,
        Color border,
        Color grid,
        Color text,
        Color mutedText,
        Color accent,
        Color ok,
        Color clientError,
        Color throttled,
        Color serverError,
        Color cached,
        Color dropped,
        Color water) {
    public static final Palette LIGHT = new Palette(
            Color.web("#f6f7f9"),
            Color.web("#ffffff"),
            Color.web("#eef1f4"),
            Color.web("#d5dae1"),
            Color.web("#e6e9ee"),
            Color.web("#1b2129"),
            Color.web("#57606a"),
            Color.web("#0b62d6"),
            Color.web("#16753a"),
            Color.web("#9a5b00"),
            Color.web("#7a3fd1"),
            Color.web("#c5222f"),
            Color.web("#1768c4"),
            Color.web("#5c6570"),
            Color.web("#3b8eea"));

    public static final Palette DARK = new Palette(
            Color.web("#0d1117"),
            Color.web("#151b23"),
            Color.web("#0a0e13"),
            Color.web("#303843"),
            Color.web("#222a34"),
            Color.web("#e6ebf1"),
            Color.web("#97a1ad"),
            Color.web("#4c9aff"),
            Color.web("#3fb863"),
            Color.web("#e0a030"),
            Color.web("#b48cf5"),
            Color.web("#ff6b63"),
            Color.web("#58a6ff"),
            Color.web("#8b949e"),
            Color.web("#2f81f7"));
}
