package dev.sluice.engine.control.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.Problem.Severity;
import dev.sluice.engine.definition.ApiDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Documents that people published. They lie beside the repository and are not part of it; without them this says so.
 */
class RealDocumentsTest {
    private static final Path FOLDER = Path.of("../../../shared/openapi-real");
    private static final Path NEAR = Path.of("../../../../shared/openapi-real");

    @Test
    void everyDocumentIsReadAndWhatWasReadIsWrittenAndReadAgain() throws IOException {
        int documents = 0;
        for (Path file : documents()) {
            ImportedApi api = OpenApiReader.read(file.toString(), Files.readAllBytes(file), Documents.SETTINGS);
            api.definition().ifPresent(definition -> assertRoundTrip(file, definition, api));
            report(file, api);
            documents++;
        }
        assertTrue(documents > 40, "found only " + documents);
    }

    /** What is kept although something is wrong with it is named again; nothing else is. */
    private static void assertRoundTrip(Path file, ApiDefinition definition, ImportedApi first) {
        String written = OpenApiWriter.write(definition);
        ImportedApi again =
                OpenApiReader.read("written.json", written.getBytes(StandardCharsets.UTF_8), Documents.SETTINGS);
        assertEquals(definition, again.definition().orElseThrow(), file::toString);
        List<String> said = first.problems().stream().map(Problem::message).toList();
        assertEquals(
                List.of(),
                again.problems().stream()
                        .filter(problem -> !said.contains(problem.message()))
                        .toList(),
                file::toString);
        assertEquals(written, OpenApiWriter.write(again.definition().orElseThrow()), file::toString);
    }

    private static void report(Path file, ImportedApi api) {
        long errors = api.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        long methods = api.definition().stream()
                .flatMap(definition -> definition.resources().stream())
                .mapToLong(resource -> resource.methods().size())
                .sum();
        System.out.println("| " + file.getFileName() + " | " + methods + " methods | " + errors + " errors | "
                + (api.problems().size() - errors) + " warnings |");
    }

    private static List<Path> documents() throws IOException {
        Path folder = Files.isDirectory(FOLDER) ? FOLDER : NEAR;
        assumeTrue(Files.isDirectory(folder), "no folder of real documents beside the repository: nothing was checked");
        Pattern document = Pattern.compile(".*\\.(json|yaml)");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> document.matcher(file.toString()).matches())
                    .filter(file -> !file.toString().contains(".snapshot."))
                    .sorted()
                    .toList();
        }
    }
}
