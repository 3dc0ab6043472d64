package dev.sluice.engine.http;

/**
 * What a header line may hold. Names and values come from strangers: mapped parameters, templates, functions. One that
 * held a line end would become a line, or a whole message, of its own.
 */
final class FieldLines {
    private static final String MARKS = "!#$%&'*+-.^_`|~";

    private FieldLines() {}

    /** Whether this is a name (RFC 9110 section 5.1): at least one letter, digit or mark. */
    static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean ordinary = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            if (!ordinary && MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Whether the value stays on its line. */
    static boolean isValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (isControl(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The value with a space for each control character (RFC 9110 section 5.5). */
    static String value(String value) {
        var text = new StringBuilder(value);
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                text.setCharAt(i, ' ');
            }
        }
        return text.toString();
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\t') || c == 0x7f;
    }
}
