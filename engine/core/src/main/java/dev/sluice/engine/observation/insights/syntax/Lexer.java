package dev.sluice.engine.observation.insights.syntax;

import dev.sluice.engine.observation.insights.QueryException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a query into words. A slash is a division until the parser asks for a regular expression. */
final class Lexer {
    private static final List<String> SYMBOLS = List.of(
            "!=", "<=", ">=", "=~", "=", "<", ">", "+", "-", "*", "/", "%", "^", "(", ")", "[", "]", ",", "|", ".");

    private final String query;

    Lexer(String query) {
        this.query = query;
    }

    Token at(int offset) throws QueryException {
        int start = skipBlanks(offset);
        if (start >= query.length()) {
            return new Token(Token.Kind.END, "", List.of(), query.length(), query.length());
        }
        char c = query.charAt(start);
        if (isNameStart(c) || c == '`') {
            return name(start);
        }
        if (isDigit(c) || (c == '.' && start + 1 < query.length() && isDigit(query.charAt(start + 1)))) {
            return number(start);
        }
        if (c == '"' || c == '\'') {
            return string(start);
        }
        for (String symbol : SYMBOLS) {
            if (query.startsWith(symbol, start)) {
                return new Token(Token.Kind.SYMBOL, symbol, List.of(), start, start + symbol.length());
            }
        }
        throw error("The character " + c + " has no meaning here.", start);
    }

    /** The regular expression between slashes that starts at a slash. */
    Token regex(int start) throws QueryException {
        int i = start + 1;
        while (i < query.length() && query.charAt(i) != '/' && query.charAt(i) != '\n') {
            i += query.charAt(i) == '\\' ? 2 : 1;
        }
        if (i >= query.length() || query.charAt(i) != '/') {
            throw error("The regular expression has no closing slash; a slash inside it is written \\/.", start);
        }
        String text = query.substring(start + 1, i).replace("\\/", "/");
        return new Token(Token.Kind.STRING, text, List.of(), start, i + 1);
    }

    private int skipBlanks(int offset) {
        int i = offset;
        while (i < query.length()) {
            if (Character.isWhitespace(query.charAt(i))) {
                i++;
            } else if (query.charAt(i) == '#') {
                int end = query.indexOf('\n', i);
                i = end < 0 ? query.length() : end;
            } else {
                break;
            }
        }
        return i;
    }

    /** A field with dots and indexes: {@code items.0.id}, {@code items[0].id}, {@code `odd name`.id}. */
    private Token name(int start) throws QueryException {
        var path = new ArrayList<String>();
        int i = segment(start, path);
        while (i + 1 < query.length()) {
            char c = query.charAt(i);
            char next = query.charAt(i + 1);
            if (c == '.' && (isNamePart(next) || next == '`')) {
                i = segment(i + 1, path);
            } else if (c == '[' && isDigit(next) && !isKeywordIn(start, i)) {
                i = index(i, path);
            } else {
                break;
            }
        }
        return new Token(Token.Kind.NAME, query.substring(start, i), List.copyOf(path), start, i);
    }

    private boolean isKeywordIn(int start, int end) {
        return query.substring(start, end).equalsIgnoreCase("in");
    }

    private int index(int bracket, List<String> path) throws QueryException {
        int i = bracket + 1;
        while (i < query.length() && isDigit(query.charAt(i))) {
            i++;
        }
        if (i >= query.length() || query.charAt(i) != ']') {
            throw error("An index is a number in brackets, as in items[0].", bracket);
        }
        path.add(query.substring(bracket + 1, i));
        return i + 1;
    }

    private int segment(int start, List<String> path) throws QueryException {
        if (query.charAt(start) == '`') {
            int end = query.indexOf('`', start + 1);
            if (end < 0) {
                throw error("The field name has no closing backtick.", start);
            }
            path.add(query.substring(start + 1, end));
            return end + 1;
        }
        int i = start;
        while (i < query.length() && isNamePart(query.charAt(i))) {
            i++;
        }
        path.add(query.substring(start, i));
        return i;
    }

    private Token number(int start) throws QueryException {
        int i = start;
        while (i < query.length() && (isDigit(query.charAt(i)) || query.charAt(i) == '.')) {
            i++;
        }
        int digitsEnd = i;
        i = exponent(i);
        boolean isExponent = i > digitsEnd;
        int unitStart = i;
        while (!isExponent && i < query.length() && isNamePart(query.charAt(i))) {
            i++;
        }
        Token.Kind kind = i > unitStart ? Token.Kind.DURATION : Token.Kind.NUMBER;
        String text = query.substring(start, i);
        if (kind == Token.Kind.NUMBER && !text.matches("\\d*\\.?\\d+([eE][+-]?\\d+)?|\\d+\\.")) {
            throw error(text + " is not a number.", start);
        }
        return new Token(kind, text, List.of(), start, i);
    }

    private int exponent(int start) {
        if (start >= query.length() || Character.toLowerCase(query.charAt(start)) != 'e') {
            return start;
        }
        int i = start + 1;
        if (i < query.length() && (query.charAt(i) == '+' || query.charAt(i) == '-')) {
            i++;
        }
        int digits = i;
        while (i < query.length() && isDigit(query.charAt(i))) {
            i++;
        }
        return i > digits ? i : start;
    }

    private Token string(int start) throws QueryException {
        char quote = query.charAt(start);
        var text = new StringBuilder();
        int i = start + 1;
        while (i < query.length() && query.charAt(i) != quote) {
            char c = query.charAt(i);
            if (c == '\\' && i + 1 < query.length()) {
                i = escape(i, quote, text);
            } else {
                text.append(c);
                i++;
            }
        }
        if (i >= query.length()) {
            throw error("The text has no closing " + quote + ".", start);
        }
        return new Token(Token.Kind.STRING, text.toString(), List.of(), start, i + 1);
    }

    /** A backslash stands for itself unless a quote, a backslash, n or t follows. */
    private int escape(int backslash, char quote, StringBuilder text) {
        char next = query.charAt(backslash + 1);
        if (next == quote || next == '\\') {
            text.append(next);
        } else if (next == 'n') {
            text.append('\n');
        } else if (next == 't') {
            text.append('\t');
        } else {
            text.append('\\').append(next);
        }
        return backslash + 2;
    }

    QueryException error(String message, int offset) {
        return new QueryException(message, query, offset);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '@' || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }
}
