package dev.sluice.engine.observation.insights.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What values mean: as numbers, as texts, as conditions, compared. */
final class Values {
    /** Digits a double is true to: 0.1 + 0.2 shows as 0.3. */
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15);

    private static final double WHOLE_BELOW = 1e15;

    private Values() {}

    /** The number a value is; NaN if it is none. A text counts if all of it is a decimal number. */
    static double number(@Nullable Object value) {
        return switch (value) {
            case Double number -> number;
            case String text -> parsed(text);
            case Time time -> time.millis();
            case Boolean condition -> condition ? 1 : 0;
            case null, default -> Double.NaN;
        };
    }

    private static double parsed(String text) {
        int length = text.length();
        if (length == 0 || length > 40) {
            return Double.NaN;
        }
        int start = text.charAt(0) == '-' ? 1 : 0;
        long whole = 0;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return isDecimal(text, start) ? Double.parseDouble(text) : Double.NaN;
            }
            whole = i - start < 18 ? whole * 10 + (c - '0') : -1;
        }
        if (length == start) {
            return Double.NaN;
        }
        return length - start > 18 ? Double.parseDouble(text) : start == 1 ? -whole : whole;
    }

    private static boolean isDecimal(String text, int start) {
        boolean digits = false;
        boolean point = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c == '.' && !point) {
                point = true;
            } else if ((c == 'e' || c == 'E') && digits) {
                return isExponent(text, i + 1);
            } else {
                return false;
            }
        }
        return digits;
    }

    private static boolean isExponent(String text, int start) {
        int i = start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-') ? start + 1 : start;
        return i < text.length() && text.substring(i).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean isNumber(@Nullable Object value) {
        return !Double.isNaN(number(value));
    }

    /** A number, or missing if it is none: division by zero and the like. */
    static @Nullable Object ofNumber(double number) {
        return Double.isNaN(number) || Double.isInfinite(number) ? null : (Object) number;
    }

    /** As results show a value; null for a missing one. */
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Double number -> decimal(number);
            case Boolean condition -> condition ? "1" : "0";
            case Time time -> time.toString();
            case List<?> list -> JsonMapper.shared().writeValueAsString(list);
            case Map<?, ?> map -> JsonMapper.shared().writeValueAsString(map);
            default -> value.toString();
        };
    }

    private static String decimal(double number) {
        if (Math.rint(number) == number && Math.abs(number) < WHOLE_BELOW) {
            return Long.toString((long) number);
        }
        return new BigDecimal(number).round(FIFTEEN_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** Whether a value lets a row through a filter: a condition that holds, a number but zero, any other text. */
    static boolean isTrue(@Nullable Object value) {
        if (value instanceof Boolean condition) {
            return condition;
        }
        double number = number(value);
        return Double.isNaN(number) ? value != null && !value.equals("") : number != 0;
    }

    /** Compares as numbers if both are, else as texts; null if one is missing. */
    static @Nullable Integer compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        double leftNumber = number(left);
        double rightNumber = number(right);
        if (!Double.isNaN(leftNumber) && !Double.isNaN(rightNumber)) {
            return Double.compare(leftNumber == 0 ? 0.0 : leftNumber, rightNumber == 0 ? 0.0 : rightNumber);
        }
        String leftText = left instanceof Time time ? time.toString() : text(left);
        String rightText = right instanceof Time time ? time.toString() : text(right);
        return leftText == null || rightText == null ? null : (Integer) leftText.compareTo(rightText);
    }

    /** A part of a structure by its path; null if it is not there. */
    static @Nullable Object part(@Nullable Object structure, List<String> path) {
        Object value = structure;
        for (String name : path) {
            value = switch (value) {
                case Map<?, ?> map -> map.get(name);
                case List<?> list -> element(list, name);
                case null, default -> null;
            };
        }
        return value;
    }

    private static @Nullable Object element(List<?> list, String name) {
        if (name.length() > 9 || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int index = Integer.parseInt(name);
        return index < list.size() ? list.get(index) : null;
    }
}
