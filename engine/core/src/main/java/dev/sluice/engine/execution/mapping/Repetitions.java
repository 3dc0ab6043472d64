package dev.sluice.engine.execution.mapping;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sluice.engine.execution.mapping.LinearPattern.BadPattern;
import java.util.ArrayDeque;

/**
 * The counted repetitions of an expression, {@code x{n}} and {@code x{n,m}}. RE2 writes each out n or m times, so their
 * counts multiply; and it follows what can match nothing by recursion, so copies of that cost stack.
 */
final class Repetitions {
    /** Bound of all counts multiplied. */
    private static final int MOST_COPIES = 4_000;

    /**
     * Bound of the copies of parts that can match nothing, times the characters of the expression: that many calls deep
     * is well inside of the smallest stack a thread has.
     */
    private static final long DEEPEST = 4_000;

    private final String expression;
    private long copies = 1;
    private long emptyCopies = 1;

    private Repetitions(String expression) {
        this.expression = expression;
    }

    /**
     * All counts multiplied, 1 or more.
     *
     * @throws BadPattern if the expression would become too large or too deep
     */
    static long copies(String expression) throws BadPattern {
        var repetitions = new Repetitions(expression);
        repetitions.count();
        return repetitions.copies;
    }

    private void count() throws BadPattern {
        var open = new ArrayDeque<Integer>();
        int atom = 0;
        for (int i = 0; i < expression.length(); i = LinearPattern.afterAtom(expression, i)) {
            switch (expression.charAt(i)) {
                case '(' -> open.push(i);
                case ')' -> atom = open.isEmpty() ? i : open.pop();
                case '{' -> repeated(atom, i);
                case '*', '+', '?', '}' -> {}
                default -> atom = i;
            }
        }
    }

    private void repeated(int atom, int brace) throws BadPattern {
        long most = Math.max(1, largestNumberAfter(brace));
        copies *= most;
        if (copies > MOST_COPIES) {
            throw new BadPattern("The repetitions in " + expression + " multiply to more than " + MOST_COPIES + ".");
        }
        if (most > 1 && matchesNothing(expression.substring(atom, brace))) {
            emptyCopies *= most;
        }
        if (emptyCopies > 1 && emptyCopies * expression.length() > DEEPEST) {
            throw new BadPattern(
                    "In " + expression + " something that can be empty is repeated too often; repeat what cannot.");
        }
    }

    /**
     * Whether a part can match without taking a character; one that looks at word boundaries or does not compile by
     * itself is taken for such.
     */
    private static boolean matchesNothing(String part) {
        try {
            return part.contains("\\b")
                    || part.contains("\\B")
                    || Pattern.compile(part).matches("");
        } catch (PatternSyntaxException notByItself) {
            return true;
        }
    }

    private long largestNumberAfter(int brace) {
        long largest = 0;
        long number = 0;
        for (int i = brace + 1; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.min(1_000_000, number * 10 + (c - '0'));
                largest = Math.max(largest, number);
            } else if (c == ',') {
                number = 0;
            } else {
                break;
            }
        }
        return largest;
    }
}
