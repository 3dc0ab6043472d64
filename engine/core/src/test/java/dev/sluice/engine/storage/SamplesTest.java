package dev.sluice.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples have no problems, and are written exactly as they lie in the repository. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("../../sample-apis");

    @TempDir
    private Path copy;

    @ParameterizedTest
    @ValueSource(strings = {"troubleshooting-429", "petstore", "functions-node-python", "async-jobs", "guarded-apis"})
    void aSampleHasNoProblemsAndSurvivesByteForByte(String name) throws IOException {
        Path sample = SAMPLES.resolve(name);
        OpenedWorkspace opened = WorkspaceFolder.open(sample);
        assertEquals(List.of(), opened.problems());
        WorkspaceFolder.save(copy, opened.workspace());
        Map<String, String> files = Folders.content(sample);
        files.remove("README.md");
        files.keySet().removeIf(file -> file.startsWith("functions/")); // code, which belongs to its author
        assertEquals(files, Folders.content(copy));
        assertEquals(true, Files.isRegularFile(sample.resolve("README.md")));
    }
}
