package dev.sluice.engine.observation.insights.syntax;

import dev.sluice.engine.observation.insights.QueryException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a query, one after the other. */
final class Words {
    private final String query;
    private final Lexer lexer;
    private int at;
    private int lastEnd;
    private @Nullable Token ahead;

    Words(String query) {
        this.query = query;
        lexer = new Lexer(query);
    }

    Token peek() throws QueryException {
        if (ahead == null) {
            ahead = lexer.at(at);
        }
        return ahead;
    }

    Token next() throws QueryException {
        Token token = peek();
        at = token.end();
        lastEnd = at;
        ahead = null;
        return token;
    }

    /** Where the word before ended: the end of whatever was read last. */
    int lastEnd() {
        return lastEnd;
    }

    String between(int start, int end) {
        return query.substring(start, end);
    }

    void expect(String symbol, String advice) throws QueryException {
        if (!peek().is(symbol)) {
            throw error(advice);
        }
        next();
    }

    /** A text in quotes, or a regular expression where a slash stands. */
    Token textOrRegex(String advice) throws QueryException {
        if (peek().is("/")) {
            return regex();
        }
        if (peek().kind() != Token.Kind.STRING) {
            throw error(advice);
        }
        return next();
    }

    Token regex() throws QueryException {
        Token regex = lexer.regex(peek().start());
        at = regex.end();
        lastEnd = at;
        ahead = null;
        return regex;
    }

    boolean isRegex(Token token) {
        return query.charAt(token.start()) == '/';
    }

    /** {@code .name}, {@code .0} and {@code [0]} that follow without a blank. */
    List<String> parts() throws QueryException {
        var parts = new ArrayList<String>();
        while (at < query.length() && ahead == null) {
            char c = query.charAt(at);
            if (c == '.' && at + 1 < query.length()) {
                Token name = lexer.at(at + 1);
                if (name.start() != at + 1 || name.kind() != Token.Kind.NAME) {
                    break;
                }
                parts.addAll(name.path());
                at = name.end();
            } else if (c == '[' && at + 1 < query.length() && Character.isDigit(query.charAt(at + 1))) {
                int end = query.indexOf(']', at);
                if (end < 0 || !query.substring(at + 1, end).chars().allMatch(Character::isDigit)) {
                    throw error("An index is a number in brackets, as in [0].", at);
                }
                parts.add(query.substring(at + 1, end));
                at = end + 1;
            } else {
                break;
            }
        }
        lastEnd = at;
        return parts;
    }

    QueryException error(String message) throws QueryException {
        return error(message, peek().start());
    }

    QueryException error(String message, int offset) {
        return lexer.error(message, offset);
    }
}
