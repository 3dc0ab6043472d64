package dev.sluice.engine.observation.logs.filterpattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FilterPatternTest {
    private static final String LINE =
            "127.0.0.1 - frank [10/Oct/2026:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 404 1534";
    private static final String JSON = """
            {"status": 429, "path": "/pets/1", "text": "429", "none": null, "on": true, "off": false,
             "items": [{"id": "a"}, {"id": "b"}], "latency": 1.5e3, "odd name": 1}""";

    private static boolean matches(String pattern, String message) {
        try {
            return FilterPattern.of(pattern).matches(message);
        } catch (FilterPatternException e) {
            throw new AssertionError(pattern + ": " + e.getMessage(), e);
        }
    }

    private static void yes(String message, String... patterns) {
        for (String pattern : patterns) {
            assertTrue(matches(pattern, message), pattern);
        }
    }

    private static void no(String message, String... patterns) {
        for (String pattern : patterns) {
            assertFalse(matches(pattern, message), pattern);
        }
    }

    private static void refused(int offset, String pattern) {
        FilterPatternException e = assertThrows(FilterPatternException.class, () -> FilterPattern.of(pattern), pattern);
        assertEquals(offset, e.offset(), pattern + ": " + e.getMessage());
    }

    @Test
    void termsAreAllWantedOptionalOnesAnyAndExcludedOnesNever() {
        String message = "[ERROR 400] BAD REQUEST \"quoted\" 2 warnings";
        yes(message, "", " ", "ERROR", "ERROR REQUEST", "\"BAD REQUEST\"", "?WARN ?ERROR", "ERROR -INFO", "-INFO");
        yes(message, "\"[ERROR 400]\"", "\"\\\"quoted\\\"\"", "%4[0-9]{2}%", "%^.ERROR%", "?nothing ERROR");
        no(message, "error", "ERROR INFO", "\"REQUEST BAD\"", "?WARN ?INFO", "-ERROR", "ERROR -BAD", "%^ERROR%");
    }

    @Test
    void jsonPatternsCompareNumbersTextsAndStates() {
        yes(
                JSON,
                "{ $.status = 429 }",
                "{$.status=4*}",
                "{ $.status != 200 }",
                "{ $.status >= 429 && $.status < 500 }");
        yes(JSON, "{ $.path = \"/pets*\" }", "{ $.path = /pets/1 }", "{ $.path = %pets/[0-9]% }", "{ $.text = 429 }");
        yes(JSON, "{ $.none IS NULL }", "{ $.on IS TRUE }", "{ $.off is false }", "{ $.missing NOT EXISTS }");
        yes(
                JSON,
                "{ $.items[1].id = b }",
                "{ $.items[*].id = \"b\" }",
                "{ $.latency = 1500 }",
                "{ $['odd name'] = 1 }");
        yes(JSON, "{ $.status = 1 || $.status = 2 || ($.status > 400 && ($.on IS TRUE)) }");
        no(JSON, "{ $.status = 42 }", "{ $.status > 429 }", "{ $.missing = 1 }", "{ $.missing != 1 }");
        no(JSON, "{ $.status NOT EXISTS }", "{ $.on IS FALSE }", "{ $.items[2].id = b }", "{ $.items = a }");
        no(JSON, "{ $.status = 1 || $.status = 429 && $.on IS FALSE }");
        no("not json", "{ $.status = 429 }", "{ $.status NOT EXISTS }");
    }

    @Test
    void fieldsAreWordsBracketsAndQuotes() {
        yes(LINE, "[ip, id, user, time, request, status, bytes]", "[..., status = 404, bytes]", "[ip=127*, ...]");
        yes(LINE, "[ip, id, user=frank, ..., status = 4*, bytes > 1000]", "[..., request = \"GET*\", s, b]");
        yes(LINE, "[..., status = 401 || status = 404, bytes != 0 && bytes < 2000]", "[..., s=%^4%, b]");
        no(LINE, "[ip, id, user]", "[..., status = 5*, bytes]", "[..., bytes > 1534]", "[a,b,c,d,e,f,g,h]");
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithItsPlace() {
        refused(1, "a.b");
        refused(0, "\"open");
        refused(0, "%open");
        refused(2, "%a(b)%");
        refused(0, "%[%");
        refused(2, "{ status = 1 }");
        refused(13, "{ $.status = }");
        refused(13, "{ $.status > abc }");
        refused(14, "{ $.status = 1");
        refused(17, "{ $.status = 1 } x");
        refused(10, "{ $.a NOT x }");
        refused(2, "[a");
        refused(10, "[a=1 &&   b=2]");
        refused(9, "[..., ...]");
        refused(1_024, "a".repeat(1_025));
    }

    @Test
    void noPatternMakesItFailOrTakeLong() {
        var random = new Random(4);
        String[] parts = {
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "$",
            ".",
            "...",
            "&&",
            "||",
            "=",
            "!=",
            "<",
            ">=",
            "\"",
            "%",
            "*",
            "?",
            "-",
            "\\",
            " ",
            "a",
            "42",
            "1e99",
            "NOT",
            "EXISTS",
            "IS",
            "NULL",
            "😀",
            ",",
            "[*]",
            "$.a",
            "= 1",
            "'",
            "{ $.a = 1 }",
            "\0"
        };
        int understood = 0;
        for (int i = 0; i < 100_000; i++) {
            var text = new StringBuilder(
                    switch (i % 3) {
                        case 0 -> "{ $.a";
                        case 1 -> "[a";
                        default -> "";
                    });
            for (int n = random.nextInt(8); n >= 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            try {
                FilterPattern pattern = FilterPattern.of(text.toString());
                pattern.matches(LINE);
                pattern.matches(JSON);
                understood++;
            } catch (FilterPatternException e) {
                assertTrue(e.offset() >= 0 && e.offset() <= text.length(), text + ": " + e.offset());
            }
        }
        assertTrue(understood > 1_000, "understood " + understood);
        refused(34, "{" + "(".repeat(1_000));
    }
}
