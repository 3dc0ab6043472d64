package dev.sluice.engine.execution.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * A regular expression whose matching time grows with the text only, never with the expression's cunning: strangers
 * write them.
 *
 * <p>The language is RE2's. Of what Java's has more, look-ahead at the start is supported ({@code (?!200).*}), since
 * selection patterns use it; it is matched as expressions of its own. Back references, look-behind, possessive
 * quantifiers and look-ahead elsewhere are refused with a message.
 */
public final class LinearPattern {
    private static final int LONGEST = 1_000;

    /** Bound of an expression's size times a text's characters: linear is not yet short. */
    private static final long MOST_WORK = 32_000_000;

    private final Pattern pattern;
    private final List<LookAhead> lookAheads;
    private final boolean anchored;
    private final long size;

    private LinearPattern(Pattern pattern, List<LookAhead> lookAheads, boolean anchored, long size) {
        this.pattern = pattern;
        this.lookAheads = lookAheads;
        this.anchored = anchored;
        this.size = size;
    }

    /** @throws BadPattern if the expression is wrong, too large, or uses what cannot be matched in linear time */
    public static LinearPattern of(String expression) throws BadPattern {
        if (expression.length() > LONGEST) {
            throw new BadPattern("A regular expression may have up to " + LONGEST + " characters; this one has "
                    + expression.length() + ".");
        }
        long copies = Repetitions.copies(expression);
        var lookAheads = new ArrayList<LookAhead>();
        String rest = takeLookAheads(expression, lookAheads);
        return new LinearPattern(
                compile(rest, expression),
                List.copyOf(lookAheads),
                expression.startsWith("^"),
                copies * expression.length() + 1);
    }

    /** Whether the whole text matches; false for one so long that finding out would take seconds. */
    public boolean matches(String text) {
        return isAffordable(text) && looksAhead(text) && pattern.matches(text);
    }

    /** Whether a part of the text matches, with the same bound: what {@code pattern} means in JSON Schema. */
    public boolean isFoundIn(String text) {
        if (!isAffordable(text)) {
            return false;
        }
        return lookAheads.isEmpty()
                ? pattern.matcher(text).find()
                : looksAhead(text) && pattern.matcher(text).lookingAt();
    }

    /** Whether {@link #isFoundIn} can say: look-ahead has one place to look from only after {@code ^}. */
    public boolean canBeSearchedFor() {
        return lookAheads.isEmpty() || anchored;
    }

    private boolean isAffordable(String text) {
        return size * text.length() <= MOST_WORK;
    }

    private boolean looksAhead(String text) {
        for (LookAhead lookAhead : lookAheads) {
            if (lookAhead.pattern.matcher(text).lookingAt() != lookAhead.wanted) {
                return false;
            }
        }
        return true;
    }

    /** Size of the compiled expression, about one for each of its characters. */
    public long size() {
        return size;
    }

    /** A matcher for searching. */
    Matcher searching(String text) {
        if (!lookAheads.isEmpty()) {
            throw new TemplateFailure("Look-ahead is supported in whole matches only, not when searching a text.");
        }
        return pattern.matcher(text);
    }

    private static Pattern compile(String expression, String whole) throws BadPattern {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new BadPattern(whole + " cannot be used as a regular expression: " + e.getDescription() + ".");
        }
    }

    private static String takeLookAheads(String expression, List<LookAhead> found) throws BadPattern {
        String rest = expression.startsWith("^") ? expression.substring(1) : expression;
        while (rest.startsWith("(?!") || rest.startsWith("(?=")) {
            int end = closing(rest);
            found.add(new LookAhead(compile(rest.substring(3, end), expression), rest.charAt(2) == '='));
            rest = rest.substring(end + 1);
        }
        if (!found.isEmpty() && hasTopLevelAlternative(rest)) {
            throw new BadPattern(
                    expression + " has a look-ahead in one of several alternatives, which is not supported.");
        }
        return found.isEmpty() ? expression : rest; // without look-ahead, ^ still says where to search
    }

    /** Where the group that opens at 0 closes. */
    private static int closing(String text) throws BadPattern {
        int depth = 0;
        for (int i = 0; i < text.length(); i = afterAtom(text, i)) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new BadPattern(text + " opens a group that nothing closes.");
    }

    private static boolean hasTopLevelAlternative(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i = afterAtom(text, i)) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && text.charAt(i) == '|') {
                return true;
            }
        }
        return false;
    }

    /** The index after the character, escape or character class at the index. */
    static int afterAtom(String text, int index) {
        if (text.charAt(index) == '\\') {
            return index + 2;
        }
        if (text.charAt(index) != '[') {
            return index + 1;
        }
        int i = index + 1;
        while (i < text.length() && (text.charAt(i) != ']' || i == index + 1)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private record LookAhead(Pattern pattern, boolean wanted) {}

    /** An expression that cannot be used; the message is a sentence for its author. */
    public static final class BadPattern extends Exception {
        private static final long serialVersionUID = 1L;

        BadPattern(String message) {
            super(message, null, false, false);
        }
    }
}
