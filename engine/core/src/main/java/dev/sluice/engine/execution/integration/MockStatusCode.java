package dev.sluice.engine.execution.integration;

import java.util.OptionalInt;

/**
 * The status code in the rendered request template of a MOCK integration (data-plane section 10.9).
 *
 * <p>Almost JSON is enough: names without quotes, single quotes, commas too many, members that are not JSON at all.
 * What fails: no opening or closing brace, a quote that nothing closes, a status code that is not a whole number or is
 * in quotes.
 */
public final class MockStatusCode {
    private final String text;
    private int at;
    private OptionalInt found = OptionalInt.empty();

    private MockStatusCode(String text) {
        this.text = text;
    }

    /** The status code; none if the text has none that counts. */
    public static OptionalInt read(String rendered) {
        String text = rendered.strip();
        return text.startsWith("{") ? new MockStatusCode(text).members() : OptionalInt.empty();
    }

    private OptionalInt members() {
        at = 1;
        while (at < text.length() && text.charAt(at) != '}') {
            int start = at;
            int colon = -1;
            while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '}') {
                if (colon < 0 && text.charAt(at) == ':') {
                    colon = at;
                }
                if (!skipOne()) {
                    return OptionalInt.empty();
                }
            }
            if (colon >= 0) {
                member(text.substring(start, colon), text.substring(colon + 1, Math.min(at, text.length())));
            }
            at += at < text.length() && text.charAt(at) == ',' ? 1 : 0;
        }
        // A text that ends before its closing brace is malformed whatever it has said (data-plane section 10.9).
        return at < text.length() ? found : OptionalInt.empty();
    }

    private void member(String name, String value) {
        if (!unquoted(name.strip()).equals("statusCode")) {
            return;
        }
        String number = value.strip();
        String digits = number.startsWith("-") ? number.substring(1) : number;
        boolean whole =
                digits.length() <= 9 && !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        found = whole ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }

    /** Moves past one character, one text in quotes, or one nested value; false if a quote is not closed. */
    private boolean skipOne() {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            return skipQuoted(c);
        }
        if (c == '{' || c == '[') {
            return skipNested();
        }
        at++;
        return true;
    }

    private boolean skipQuoted(char quote) {
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == quote) {
                at++;
                return true;
            }
        }
        return false;
    }

    private boolean skipNested() {
        int depth = 0;
        do {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                if (!skipQuoted(c)) {
                    return false;
                }
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            at++;
        } while (depth > 0 && at < text.length());
        return true;
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() >= 2
                && (name.charAt(0) == '"' || name.charAt(0) == '\'')
                && name.charAt(name.length() - 1) == name.charAt(0);
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
