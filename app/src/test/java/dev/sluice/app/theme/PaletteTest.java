package dev.sluice.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    private static final Pattern TOKEN = Pattern.compile("-sluice-([a-z-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @EnumSource
    void everyColourIsTheOneOfTheStyleSheet(Theme theme) throws ReflectiveOperationException, IOException {
        Map<String, Color> tokens = tokens(theme);
        for (RecordComponent component : Palette.class.getRecordComponents()) {
            assertEquals(
                    tokens.get(cssName(component.getName())),
                    component.getAccessor().invoke(theme.palette()),
                    component.getName());
        }
    }

    /** WCAG 2: 4.5:1 for text. */
    @ParameterizedTest
    @EnumSource
    void everyTextColourCanBeReadOnEveryGround(Theme theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        for (String ground : Arrays.asList("background", "surface", "inset", "hover")) {
            for (String text : Arrays.asList(
                    "text", "muted-text", "accent", "ok", "client-error", "throttled", "server-error", "dropped")) {
                double contrast = contrast(tokens.get(text), tokens.get(ground));
                assertTrue(contrast >= 4.5, theme + ": " + text + " on " + ground + " is " + contrast);
            }
        }
    }

    private static Map<String, Color> tokens(Theme theme) throws IOException {
        String css;
        try (var in = Theme.class.getResourceAsStream("tokens.css")) {
            css = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        String block = css.substring(css.indexOf("." + theme.styleClass()));
        var tokens = new HashMap<String, Color>();
        TOKEN.matcher(block.substring(0, block.indexOf('}')))
                .results()
                .forEach(match -> tokens.put(match.group(1), Color.web(match.group(2))));
        return tokens;
    }

    private static String cssName(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
