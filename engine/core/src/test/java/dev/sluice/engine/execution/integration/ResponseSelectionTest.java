package dev.sluice.engine.execution.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.definition.Integration.IntegrationResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which integration response an endpoint's status selects (data-plane section 10.5). */
class ResponseSelectionTest {
    private static IntegrationResponse response(String status, String... pattern) {
        Optional<String> selection = pattern.length == 0 ? Optional.empty() : Optional.of(pattern[0]);
        return new IntegrationResponse(status, selection, Map.of(), Map.of());
    }

    private static String choice(String text, IntegrationResponse... responses) {
        return ResponseSelection.of(List.of(responses))
                .choose(text)
                .map(IntegrationResponse::statusCode)
                .orElse("none");
    }

    @Test
    void aPatternMustMatchTheWholeText() {
        assertEquals("400", choice("404", response("200"), response("400", "4\\d{2}")));
        assertEquals("200", choice("500", response("200"), response("400", "4\\d{2}")));
        assertEquals("200", choice("404", response("200"), response("400", "4")));
    }

    @Test
    void theResponseWithoutAPatternOrWithAnEmptyOneIsTheDefault() {
        assertEquals("200", choice("400", response("200")));
        assertEquals("200", choice("400", response("200", "")));
        assertEquals("none", choice("400", response("200", "2\\d{2}")));
    }

    @Test
    void ofSeveralThatMatchTheOneWithThatVeryStatusWins() {
        assertEquals("404", choice("404", response("400", "4\\d{2}"), response("404", "404")));
        assertEquals("400", choice("403", response("400", "4\\d{2}"), response("401", "40\\d")));
    }

    @Test
    void aPatternThatCannotBeUsedMatchesNothingAndIsReported() {
        ResponseSelection selection =
                ResponseSelection.of(List.of(response("400", "(4"), response("401", "(4)\\1"), response("200")));
        assertEquals("200", selection.choose("44").orElseThrow().statusCode());
        assertEquals(2, selection.problems().size());
    }
}
