package dev.sluice.app.kit;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON indented for reading. Only white space changes: members keep their order, strings and numbers stay to the
 * letter.
 */
public final class PrettyJson {
    /** Longer texts are left as they are, characters. */
    static final int LONGEST = 1_000_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String INDENT = "  ";

    private final String json;
    private final StringBuilder pretty = new StringBuilder();
    private int depth;

    private PrettyJson(String json) {
        this.json = json;
    }

    /** The text indented; absent if it is no JSON object or array, or longer than {@link #LONGEST}. */
    public static Optional<String> of(String text) {
        String json = text.strip();
        if (json.length() > LONGEST || !(json.startsWith("{") || json.startsWith("[")) || !isJson(json)) {
            return Optional.empty();
        }
        return Optional.of(new PrettyJson(json).indented());
    }

    private static boolean isJson(String json) {
        try {
            JSON.readTree(json);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private String indented() {
        for (int at = 0; at < json.length(); ) {
            at = json.charAt(at) == '"' ? string(at) : structure(at);
        }
        return pretty.toString();
    }

    /** @return where the text goes on after the string that begins here */
    private int string(int start) {
        int end = start + 1;
        while (json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        pretty.append(json, start, end + 1);
        return end + 1;
    }

    private int structure(int at) {
        char here = json.charAt(at);
        switch (here) {
            case '{', '[' -> {
                return open(at);
            }
            case '}', ']' -> {
                depth--;
                newLine().append(here);
            }
            case ',' -> {
                pretty.append(here);
                newLine();
            }
            case ':' -> pretty.append(": ");
            case ' ', '\t', '\r', '\n' -> {}
            default -> pretty.append(here);
        }
        return at + 1;
    }

    /** An object or array with nothing in it stays on one line. */
    private int open(int at) {
        int next = at + 1;
        while (Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        pretty.append(json.charAt(at));
        if (json.charAt(next) == '}' || json.charAt(next) == ']') {
            pretty.append(json.charAt(next));
            return next + 1;
        }
        depth++;
        newLine();
        return next;
    }

    private StringBuilder newLine() {
        return pretty.append('\n').repeat(INDENT, depth);
    }
}
