package dev.sluice.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    /** A literal in a call of text(...), also as a branch of a condition there. */
    private static final Pattern CALL = Pattern.compile("(?<![a-zA-Z.])text\\(([^()]*)");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9]*(?:\\.[a-zA-Z0-9]+)+)\"");

    @Test
    void everyTextThatTheCodeAsksForIsThere() throws IOException {
        Set<String> asked = asked();
        assertTrue(asked.size() > 100, "found the calls: " + asked.size());
        asked.removeAll(bundle());
        assertEquals(Set.of(), asked);
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String code = code();
        Set<String> unused =
                bundle().stream().filter(key -> !isUsed(key, code)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }

    /** The key stands in the code, or a beginning of it that the code makes the rest for: {@code "diagram." + name}. */
    private static boolean isUsed(String key, String code) {
        boolean used = code.contains("\"" + key + "\"");
        for (int dot = key.indexOf('.'); dot >= 0 && !used; dot = key.indexOf('.', dot + 1)) {
            used = code.contains("\"" + key.substring(0, dot + 1) + "\" +");
        }
        return used;
    }

    private static Set<String> asked() throws IOException {
        return CALL.matcher(code())
                .results()
                .flatMap(call -> LITERAL.matcher(call.group(1)).results())
                .map(literal -> literal.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code() throws IOException {
        var code = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    private static Set<String> bundle() {
        return ResourceBundle.getBundle("dev.sluice.app.texts", Texts.LOCALE).keySet();
    }
}
