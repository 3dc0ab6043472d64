package dev.sluice.engine.fuzz;

import dev.sluice.engine.execution.mapping.LinearPattern;
import dev.sluice.engine.execution.mapping.LinearPattern.BadPattern;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Regular expressions that want to run for ever, on texts that nearly match. */
class PatternFuzzTest {
    private static final String TEXT = "\u001e";
    private static final List<String> ATOMS = List.of(
            "a",
            "b",
            ".",
            "\\d",
            "\\w",
            "[a-z]",
            "[^a]",
            "[[:alpha:]]",
            "\\s",
            "^",
            "$",
            "\\b",
            "aa",
            "\\x61",
            "\\Qa\\E");
    private static final List<String> COUNTS =
            List.of("*", "+", "?", "*?", "+?", "{2}", "{1,}", "{0,99}", "{1000}", "{99999}", "++", "");
    private static final List<String> WORDS = List.of(
            "(", ")", "[", "]", "(?!", "(?=", "(?<=", "(?:", "(?i)", "(?<n>", "\\1", "\\k<n>", "|", "{", "}", "\\",
            "(?>", "*+", "\\p{L}", "\\G", "&&");

    @Test
    void patternsMatchOrAreRefusedInTimeThatGrowsWithTheTextOnly() {
        Fuzz.run(0.1, PatternFuzzTest::input, PatternFuzzTest::check);
    }

    private static String input(SplittableRandom random) {
        String pattern = Text.spoiled(random, pattern(random, 4), WORDS).replace(TEXT, "");
        String unit = Text.any(random, List.of("a", "ab", "aab", "0", "\u00e9", "\ud83d\ude00"));
        return pattern + TEXT + unit.repeat(random.nextInt(2_000)) + Text.any(random, List.of("", "!", "b", "\n"));
    }

    private static String pattern(SplittableRandom random, int depth) {
        String inner = switch (random.nextInt(depth <= 0 ? 1 : 4)) {
            case 0 -> Text.any(random, ATOMS);
            case 1 -> "(" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + ")";
            case 2 -> "(" + pattern(random, depth - 1) + ")";
            default -> pattern(random, depth - 1) + pattern(random, depth - 1);
        };
        return inner + Text.any(random, COUNTS);
    }

    private static void check(String input) {
        int end = input.lastIndexOf(TEXT);
        try {
            LinearPattern.of(end < 0 ? input : input.substring(0, end))
                    .matches(end < 0 ? "" : input.substring(end + 1));
        } catch (BadPattern refused) {
            // said so in words
        }
    }
}
