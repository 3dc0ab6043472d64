package dev.sluice.engine.execution.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.velocity.runtime.parser.node.MathUtils;
import org.jspecify.annotations.Nullable;

/** Numbers of templates, kept at a size that arithmetic can take: up to 4,096 bits and 1,000 decimal places. */
final class Numbers {
    private static final int MOST_BITS = 4_096;
    private static final int MOST_PLACES = 1_000;
    private static final int LONGEST_TEXT = 400;

    private Numbers() {}

    /** The number that a value is, or that its text spells; none otherwise. */
    static @Nullable Number of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> isModest(number) ? number : null;
            case String text -> parse(text);
            default -> null;
        };
    }

    /** @throws TemplateFailure if the number has grown too large */
    static Number checked(Number number) {
        if (!isModest(number)) {
            throw Budget.tooMuch("A number grows beyond " + MOST_BITS + " bits.");
        }
        return number;
    }

    static int compare(Number left, Number right) {
        return MathUtils.compare(left, right);
    }

    private static @Nullable Number parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST_TEXT || !mayBeginNumber(text.charAt(0))) {
            return null;
        }
        try {
            if (text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Integer.valueOf(text);
            }
            var number = new BigDecimal(text);
            return isModest(number) ? simplest(number) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Spares most texts the exception of a number that is none. */
    private static boolean mayBeginNumber(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
    }

    private static Number simplest(BigDecimal number) {
        if (number.scale() == 0 && number.unscaledValue().bitLength() < 64) {
            long value = number.longValue();
            return value == (int) value ? (Number) (int) value : (Number) value;
        }
        return number;
    }

    private static boolean isModest(Number number) {
        return switch (number) {
            case BigInteger integer -> integer.bitLength() <= MOST_BITS;
            case BigDecimal decimal ->
                Math.abs((long) decimal.scale()) <= MOST_PLACES
                        && decimal.unscaledValue().bitLength() <= MOST_BITS;
            default -> true;
        };
    }
}
