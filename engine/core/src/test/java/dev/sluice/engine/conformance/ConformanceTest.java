package dev.sluice.engine.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Recorded behaviour of API Gateway, case by case. {@code -Dconformance.cases=DIR} runs another folder of cases;
 * without the shared folder and without that property there is nothing to run, and the test says so.
 */
class ConformanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SHARED = Path.of("../../../shared/conformance/cases");

    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> notRun = new TreeMap<>();
    private int passed;

    @Test
    void everyCaseWhoseFeaturesExistIsAnsweredAsRecorded() throws IOException {
        Path folder = Path.of(System.getProperty("conformance.cases", SHARED.toString()));
        if (!Files.isDirectory(folder)) {
            System.out.println("conformance: no cases at " + folder + ", nothing was checked");
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                run(JSON.readTree(file.toFile()));
            }
        }
        failures.forEach(System.out::println);
        notRun.forEach((feature, count) -> System.out.println("not run, " + count + " cases: " + feature));
        int skipped = notRun.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(
                "conformance: " + passed + " passed, " + failures.size() + " failed, " + skipped + " not run");
        assertEquals(List.of(), failures);
        assertTrue(passed > 0, "no case was run");
    }

    private void run(JsonNode json) {
        var testCase = new ConformanceCase(json);
        Workspace workspace = testCase.workspace();
        if (!testCase.missing().isEmpty()) {
            notRun.merge(testCase.missing().getFirst(), 1, Integer::sum);
            return;
        }
        List<String> differences;
        try {
            differences = new CaseRun(
                            testCase, workspace, json.path("clock").asString("").equals("frozen"))
                    .run();
        } catch (RuntimeException e) {
            differences = List.of(e.toString());
        }
        if (differences.isEmpty()) {
            passed++;
        } else {
            failures.add(testCase.id() + ": " + String.join("; ", differences));
        }
    }
}
