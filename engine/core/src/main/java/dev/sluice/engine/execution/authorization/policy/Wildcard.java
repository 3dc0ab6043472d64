package dev.sluice.engine.execution.authorization.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A text with {@code *} for any characters, {@code ?} for one, and policy variables such as <code>${aws:username}
 * </code>, whose values stand for themselves only. Matching costs at most the product of both lengths.
 */
final class Wildcard {
    private static final int ANY = -1;
    private static final int ONE = -2;

    /** Longest pattern, in characters. */
    private static final int LONGEST = 2_048;

    private final String text;
    private final boolean ignoreCase;
    private final int[] fixed;
    private final boolean hasVariables;

    private Wildcard(String text, boolean ignoreCase, int[] fixed, boolean hasVariables) {
        this.text = text;
        this.ignoreCase = ignoreCase;
        this.fixed = fixed;
        this.hasVariables = hasVariables;
    }

    /** @throws BadPolicy if the text is too long */
    static Wildcard of(String text) throws BadPolicy {
        return of(text, false);
    }

    static Wildcard ignoringCase(String text) throws BadPolicy {
        return of(text, true);
    }

    private static Wildcard of(String text, boolean ignoreCase) throws BadPolicy {
        if (text.length() > LONGEST) {
            throw new BadPolicy(
                    "A pattern may have up to " + LONGEST + " characters; one here has " + text.length() + ".");
        }
        boolean variables = text.contains("${");
        String spelled = ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
        return new Wildcard(spelled, ignoreCase, variables ? new int[0] : parts(spelled), variables);
    }

    /** Whether the whole value matches. A variable that the request has no value for matches nothing. */
    boolean matches(String value, AccessRequest request) {
        String spelled = ignoreCase ? value.toLowerCase(Locale.ROOT) : value;
        if (!hasVariables) {
            return matches(fixed, spelled);
        }
        return resolved(request).map(parts -> matches(parts, spelled)).orElse(false);
    }

    private Optional<int[]> resolved(AccessRequest request) {
        int[] parts = new int[0];
        int at = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            Optional<String> value = variable(text.substring(open + 2, close), request);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            parts = joined(
                    joined(parts, parts(text.substring(at, open))),
                    value.get().chars().toArray());
            at = close + 1;
        }
        return Optional.of(joined(parts, parts(text.substring(at))));
    }

    private static Optional<String> variable(String name, AccessRequest request) {
        return switch (name) {
            case "*", "?", "$" -> Optional.of(name);
            default -> request.value(name.toLowerCase(Locale.ROOT));
        };
    }

    private static int[] parts(String text) {
        return text.chars().map(c -> c == '*' ? ANY : c == '?' ? ONE : c).toArray();
    }

    private static int[] joined(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Goes back to the last star only: an earlier one can match nothing that the last one cannot. */
    private static boolean matches(int[] parts, String value) {
        int part = 0;
        int at = 0;
        int star = -1;
        int resume = 0;
        while (at < value.length()) {
            if (part < parts.length && parts[part] == ANY) {
                star = part++;
                resume = at;
            } else if (part < parts.length && (parts[part] == ONE || parts[part] == value.charAt(at))) {
                part++;
                at++;
            } else if (star >= 0) {
                part = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (part < parts.length && parts[part] == ANY) {
            part++;
        }
        return part == parts.length;
    }

    @Override
    public String toString() {
        return text;
    }
}
