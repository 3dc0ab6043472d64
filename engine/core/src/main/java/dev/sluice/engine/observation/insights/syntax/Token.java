package dev.sluice.engine.observation.insights.syntax;

import java.util.List;
import java.util.Locale;

/**
 * One word of a query.
 *
 * @param text the value of a string, the name of an operator, a number's digits; as written otherwise
 * @param path the parts of a field name; empty for everything else
 * @param start offset of its first character
 * @param end offset after its last character
 */
record Token(Kind kind, String text, List<String> path, int start, int end) {
    enum Kind {
        NAME,
        NUMBER,
        DURATION,
        STRING,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Whether this is a keyword; keywords ignore case. */
    boolean isWord(String word) {
        return kind == Kind.NAME && path.size() == 1 && text.equalsIgnoreCase(word);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
