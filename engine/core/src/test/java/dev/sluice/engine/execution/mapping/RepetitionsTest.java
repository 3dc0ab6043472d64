package dev.sluice.engine.execution.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.execution.mapping.LinearPattern.BadPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Found by fuzzing: what RE2 would answer with a full stack or with minutes of work. */
class RepetitionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((([a]*){2})((.|){1000}|.)|){2}",
                "((\\b+|]){1000})",
                "(a?){1000}",
                "(|){999}",
                "((a{100}){100}){2}"
            })
    void whatWouldBecomeTooLargeOrTooDeepIsRefused(String expression) {
        assertThrows(BadPattern.class, () -> LinearPattern.of(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-zA-Z0-9_.+-]{0,255}$",
                "([a-z]{1,63}\\.){1,8}[a-z]{2,}",
                "(a?b?){10}",
                "\\d{4}-\\d{2}",
                "[{]{3}"
            })
    void whatPeopleWriteIsNot(String expression) throws BadPattern {
        assertTrue(LinearPattern.of(expression).size() > 0);
    }

    @Test
    void copiesMultiply() throws BadPattern {
        assertEquals(1, Repetitions.copies("abc*"));
        assertEquals(12, Repetitions.copies("(a{3}b){2,4}"));
    }

    @Test
    void aTextThatWouldTakeSecondsDoesNotMatch() throws BadPattern {
        LinearPattern pattern = LinearPattern.of("((a|b){500}|c)*");
        assertTrue(pattern.matches("ab".repeat(500)));
        assertFalse(pattern.matches("ab".repeat(1_000_000)));
    }
}
