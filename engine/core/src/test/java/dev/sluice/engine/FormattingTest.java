package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file of the repository has the one format (palantir-java-format). {@code ./mvnw -q -pl engine/core test
 * -Dtest=FormattingTest -Dformat.apply=true} writes it. Why this is a test: decisions/0001.
 */
class FormattingTest {
    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final boolean APPLY = Boolean.getBoolean("format.apply");

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    @Test
    void everySourceFileHasTheOneFormat() throws IOException {
        List<Path> sources = sources();
        assertTrue(sources.size() > 150, "found the sources under " + REPOSITORY);
        var wrong = new ArrayList<String>();
        for (Path source : sources) {
            String text = Files.readString(source);
            String formatted = format(source, text);
            if (!formatted.equals(text)) {
                wrong.add(REPOSITORY.relativize(source).toString());
                if (APPLY) {
                    Files.writeString(source, formatted);
                }
            }
        }
        if (!wrong.isEmpty() && !APPLY) {
            fail(wrong.size() + " files are not formatted; run ./mvnw -q -pl engine/core test -Dtest=FormattingTest"
                    + " -Dformat.apply=true\n" + String.join("\n", wrong));
        }
    }

    private String format(Path source, String text) {
        try {
            String imports = RemoveUnusedImports.removeUnusedImports(text);
            String ordered = ImportOrderer.reorderImports(imports, JavaFormatterOptions.Style.PALANTIR);
            return formatter.formatSource(ordered);
        } catch (FormatterException e) {
            throw new AssertionError("cannot parse " + source, e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(REPOSITORY)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }
}
