package dev.sluice.app.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrettyJsonTest {
    @Test
    void membersKeepTheirOrderAndNumbersTheirDigits() {
        assertEquals(
                Optional.of("{\n  \"z\": 1.10,\n  \"a\": [\n    1e2,\n    true\n  ]\n}"),
                PrettyJson.of("{\"z\":1.10, \"a\":[1e2,true]}"));
    }

    @Test
    void bracketsAndQuotesInStringsAreNoStructure() {
        assertEquals(Optional.of("[\n  \"a, {b}: \\\"c\\\" \\\\\"\n]"), PrettyJson.of("[\"a, {b}: \\\"c\\\" \\\\\"]"));
    }

    @Test
    void emptyObjectsAndArraysStayOnOneLine() {
        assertEquals(Optional.of("{\n  \"a\": {},\n  \"b\": []\n}"), PrettyJson.of("{\"a\": { },\"b\":[\n]}"));
    }

    @Test
    void whatIsNoWholeJsonIsLeftAlone() {
        assertEquals(Optional.empty(), PrettyJson.of(""));
        assertEquals(Optional.empty(), PrettyJson.of("hello"));
        assertEquals(Optional.empty(), PrettyJson.of("{\"a\":"));
        assertEquals(Optional.empty(), PrettyJson.of("{} {}"));
    }
}
