package dev.sluice.engine.execution.mapping;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.execution.mapping.LinearPattern.BadPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions of strangers, matched in linear time. */
class LinearPatternTest {
    @Test
    void theWholeTextMustMatch() throws BadPattern {
        assertTrue(LinearPattern.of("4\\d{2}").matches("404"));
        assertFalse(LinearPattern.of("4\\d{2}").matches("4040"));
        assertTrue(LinearPattern.of("(.|\\n)+").matches("any\nerror"));
    }

    @Test
    void lookAheadAtTheStartIsUnderstood() throws BadPattern {
        assertTrue(LinearPattern.of("^(?!2\\d{2}).*$").matches("404"));
        assertFalse(LinearPattern.of("^(?!2\\d{2}).*$").matches("204"));
        assertTrue(LinearPattern.of("(?=4)(?!404)\\d+").matches("403"));
        assertFalse(LinearPattern.of("(?=4)(?!404)\\d+").matches("404"));
        assertFalse(LinearPattern.of("(?!(a|b[)])).").matches("a"));
    }

    @Test
    void anExpressionBoundToTheStartIsFoundOnlyThere() throws BadPattern {
        assertTrue(LinearPattern.of("^b").isFoundIn("bc"));
        assertFalse(LinearPattern.of("^b").isFoundIn("abc"));
        assertTrue(LinearPattern.of("b").isFoundIn("abc"));
        assertTrue(LinearPattern.of("^(?!a)").isFoundIn("bc"));
    }

    @Test
    void anExpressionThatBacktracksForeverElsewhereAnswersAtOnce() throws BadPattern {
        assertFalse(LinearPattern.of("(a+)+$").matches("a".repeat(10_000) + "!"));
        assertFalse(LinearPattern.of("(a|aa)+").matches("a".repeat(10_000) + "!"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[a",
                "a**",
                "(?<=x)y",
                "(a)\\1",
                "((a{100}){100}){100}",
                "x{1001}",
                "(?!a)b|c",
                "(?!",
                "a++",
                "\\"
            })
    void whatCannotBeMatchedInLinearTimeIsRefusedWithASentence(String expression) {
        BadPattern e = assertThrows(BadPattern.class, () -> LinearPattern.of(expression));
        assertTrue(String.valueOf(e.getMessage()).endsWith("."), e.getMessage());
    }

    @Test
    void aLongExpressionIsRefused() {
        assertThrows(BadPattern.class, () -> LinearPattern.of("a".repeat(1_001)));
    }
}
