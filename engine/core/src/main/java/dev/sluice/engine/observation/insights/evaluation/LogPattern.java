package dev.sluice.engine.observation.insights.evaluation;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a query: searched in linear time, and not searched at all where a text that every match holds
 * is missing. What CloudWatch's engine does not know either (look-around, back references) is refused.
 */
final class LogPattern {
    private static final int LONGEST = 1_000;
    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private final Pattern pattern;
    /** A text every match contains; empty if none is known. */
    private final String required;
    /** Whether the expression is that text and nothing else. */
    private final boolean literal;

    private final List<String> groups;

    private LogPattern(Pattern pattern, String required, boolean literal, List<String> groups) {
        this.pattern = pattern;
        this.required = required;
        this.literal = literal;
        this.groups = groups;
    }

    /** An expression that cannot be used; the message is a sentence for its author. */
    static final class BadPattern extends Exception {
        private static final long serialVersionUID = 1L;

        BadPattern(String message) {
            super(message, null, false, false);
        }
    }

    static LogPattern of(String expression) throws BadPattern {
        if (expression.length() > LONGEST) {
            throw new BadPattern("A regular expression has up to " + LONGEST + " characters.");
        }
        for (String around : List.of("(?=", "(?!", "(?<=", "(?<!")) {
            if (expression.contains(around)) {
                throw new BadPattern(
                        "Look-around (" + around + ") is known neither here nor in CloudWatch; use a second filter.");
            }
        }
        try {
            var pattern = Pattern.compile(expression.replace("(?<", "(?P<"), Pattern.DOTALL);
            String literalRun = requiredText(expression);
            return new LogPattern(pattern, literalRun, literalRun.equals(expression), groups(expression));
        } catch (PatternSyntaxException e) {
            throw new BadPattern("The regular expression cannot be used: " + e.getDescription() + ".");
        }
    }

    /** Names of the named groups, in order. */
    List<String> groups() {
        return groups;
    }

    boolean isFoundIn(String text) {
        if (!required.isEmpty() && !text.contains(required)) {
            return false;
        }
        return literal || pattern.matcher(text).find();
    }

    /** The first match; null if there is none. */
    @Nullable
    Matcher find(String text) {
        if (!required.isEmpty() && !text.contains(required)) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher : null;
    }

    private static List<String> groups(String expression) {
        var names = new ArrayList<String>();
        int at = expression.indexOf("(?");
        while (at >= 0) {
            int name = expression.startsWith("(?P<", at) ? at + 4 : expression.startsWith("(?<", at) ? at + 3 : -1;
            int end = name < 0 ? -1 : expression.indexOf('>', name);
            if (end > 0 && (at == 0 || expression.charAt(at - 1) != '\\')) {
                names.add(expression.substring(name, end));
            }
            at = expression.indexOf("(?", at + 2);
        }
        return names;
    }

    /** The longest run of plain characters outside groups and classes that nothing makes optional. */
    private static String requiredText(String expression) {
        String longest = "";
        var run = new StringBuilder();
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            boolean plain = SPECIAL.indexOf(c) < 0;
            boolean optional = i + 1 < expression.length() && "?*{".indexOf(expression.charAt(i + 1)) >= 0;
            if (plain && !optional) {
                run.append(c);
                continue;
            }
            longest = run.length() > longest.length() ? run.toString() : longest;
            run.setLength(0);
            if ("|([{\\".indexOf(c) >= 0) {
                return isSimple(expression) ? longest : "";
            }
        }
        return run.length() > longest.length() ? run.toString() : longest;
    }

    /** Whether nothing in the expression makes its plain text optional as a whole or changes how it is compared. */
    private static boolean isSimple(String expression) {
        return expression.indexOf('|') < 0
                && !Pattern.compile("\\(\\?[^:<P]").matcher(expression).find();
    }
}
