package dev.sluice.engine.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.conformance.LiveDriver.Front;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Our own cases beside the recorded ones: each statement of the data-plane specification with the variations that its
 * wording allows, by method, content type, header case, repeats and emptiness.
 */
class VariationsTest {
    @Test
    void everyVariationIsAnsweredAsTheSpecificationSays() throws IOException {
        var differences = new ArrayList<String>();
        try (Front front = new Front()) {
            for (ConformanceCase each : CaseFolder.cases(CaseFolder.VARIATIONS)) {
                List<String> found = each.notUnderstood();
                for (String difference : found.isEmpty() ? CaseVerdict.of(each, front) : found) {
                    differences.add(each.id() + ": " + difference);
                }
            }
        }
        assertEquals(List.of(), differences);
    }
}
