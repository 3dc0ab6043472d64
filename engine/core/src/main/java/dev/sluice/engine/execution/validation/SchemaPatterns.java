package dev.sluice.engine.execution.validation;

import com.networknt.schema.SchemaException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import dev.sluice.engine.execution.mapping.LinearPattern;
import dev.sluice.engine.execution.mapping.LinearPattern.BadPattern;

/**
 * Regular expressions of schemas: linear in the text, and all those of one check together within {@value #MOST_WORK}
 * characters times expression size.
 */
final class SchemaPatterns implements RegularExpressionFactory {
    private static final long MOST_WORK = 100_000_000;

    /** The schema library asks an expression without saying for which check; one check stays on one thread. */
    private static final ThreadLocal<long[]> WORK = ThreadLocal.withInitial(() -> new long[1]);

    /** A check on this thread begins. */
    static void startCounting() {
        WORK.get()[0] = 0;
    }

    /**
     * The expression, with ECMAScript's <code>\\u0041</code> written as RE2 wants it.
     *
     * @throws BadPattern if it is wrong or cannot run in linear time
     */
    static LinearPattern pattern(String ecmaScript) throws BadPattern {
        return LinearPattern.of(ecmaScript.replaceAll("(?<!\\\\)\\\\u([0-9a-fA-F]{4})", "\\\\x{$1}"));
    }

    @Override
    public RegularExpression getRegularExpression(String expression) {
        try {
            LinearPattern pattern = pattern(expression);
            return text -> {
                count(pattern.size() * (text.length() + 1L));
                return pattern.isFoundIn(text);
            };
        } catch (BadPattern e) {
            throw new SchemaException(e);
        }
    }

    private static void count(long work) {
        long[] done = WORK.get();
        done[0] += work;
        if (done[0] > MOST_WORK) {
            throw new TooMuchWork();
        }
    }

    static final class TooMuchWork extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuchWork() {
            super("regular expressions", null, false, false);
        }
    }
}
