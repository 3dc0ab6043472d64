package dev.sluice.engine.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Recorded and documented behaviour of API Gateway, case by case: over real sockets, and again in virtual time.
 * {@code -Dconformance.cases=DIR} runs another folder of cases, relative to where Maven is called. See CONFORMANCE.md.
 */
class ConformanceTest {
    private static LiveDriver.Front front;

    private final List<String> failures = new ArrayList<>();
    private int passed;

    @BeforeAll
    static void listen() throws IOException {
        front = new LiveDriver.Front();
    }

    @AfterAll
    static void stopListening() {
        front.close();
    }

    @Test
    void everyCaseIsAnsweredAsRecorded() throws IOException {
        Path folder = CaseFolder.chosen();
        List<ConformanceCase> cases = CaseFolder.cases(folder);
        cases.forEach(this::run);
        failures.forEach(System.out::println);
        int notRun = cases.size() - passed - failures.size();
        System.out.println(
                "conformance: " + passed + " passed, " + failures.size() + " failed, " + notRun + " not run");
        assertEquals(List.of(), failures);
        assertTrue(passed > 0, "no case was run in " + folder);
    }

    private void run(ConformanceCase testCase) {
        List<String> differences = testCase.notUnderstood();
        if (differences.isEmpty()) {
            differences = CaseVerdict.of(testCase, front);
        }
        if (differences.isEmpty()) {
            passed++;
        } else {
            failures.add((testCase.id() + ": " + String.join("; ", differences))
                    .replace("\r", "\\r")
                    .replace("\n", "\\n"));
        }
    }
}
