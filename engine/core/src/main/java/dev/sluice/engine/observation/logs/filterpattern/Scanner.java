package dev.sluice.engine.observation.logs.filterpattern;

import dev.sluice.engine.execution.mapping.LinearPattern;
import dev.sluice.engine.execution.mapping.LinearPattern.BadPattern;

/** Reads a pattern from left to right. */
final class Scanner {
    /** Returned by {@link #peek} where nothing is left. */
    static final char END = '\0';

    /** What a regular expression may have besides letters and digits. */
    private static final String REGEX_SIGNS = ":_#=@/;,-^$?[]{}|\\*+. ";

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    char peek() {
        return isAtEnd() ? END : text.charAt(at);
    }

    char next() {
        return text.charAt(at++);
    }

    void skipBlanks() {
        while (!isAtEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Takes the word if it stands here. */
    boolean takes(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    /** Takes the keyword, in any case, if it stands here and ends here. */
    boolean takesKeyword(String word) {
        int end = at + word.length();
        boolean stands = text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || !isWordPart(text.charAt(end)));
        if (stands) {
            at = end;
        }
        return stands;
    }

    void expect(String word, String why) throws FilterPatternException {
        skipBlanks();
        if (!takes(word)) {
            throw error(why);
        }
    }

    /** Letters, digits, underscores and {@code more}; at least one. */
    String word(String more, String what) throws FilterPatternException {
        int start = at;
        while (!isAtEnd() && (isWordPart(peek()) || more.indexOf(peek()) >= 0)) {
            at++;
        }
        if (at == start) {
            throw error(isAtEnd() ? what + " is missing at the end." : what + " is expected here, not " + peek() + ".");
        }
        return text.substring(start, at);
    }

    /** The text between quotes that begins here. A backslash stands before a quote or a backslash. */
    String quoted() throws FilterPatternException {
        int start = at++;
        var found = new StringBuilder();
        while (!isAtEnd() && peek() != '"') {
            char c = next();
            if (c == '\\' && (peek() == '"' || peek() == '\\')) {
                c = next();
            }
            found.append(c);
        }
        if (isAtEnd()) {
            throw new FilterPatternException("The text has no closing quote.", start);
        }
        at++;
        return found.toString();
    }

    /** The regular expression between percent signs that begins here. */
    LinearPattern regex() throws FilterPatternException {
        int start = at;
        int end = text.indexOf('%', start + 1);
        if (end < 0) {
            throw error("The regular expression has no closing %.");
        }
        for (at = start + 1; at < end; at++) {
            if (!isWordPart(peek()) && REGEX_SIGNS.indexOf(peek()) < 0) {
                throw error("A regular expression in a filter pattern has no " + peek() + ".");
            }
        }
        at = end + 1;
        try {
            LinearPattern pattern = LinearPattern.of(text.substring(start + 1, end));
            if (pattern.canBeSearchedFor()) {
                return pattern;
            }
        } catch (BadPattern e) {
            throw new FilterPatternException(String.valueOf(e.getMessage()), start);
        }
        throw new FilterPatternException("Look-ahead is not supported.", start);
    }

    FilterPatternException error(String message) {
        return new FilterPatternException(message, at);
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }
}
