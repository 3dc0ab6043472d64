package dev.sluice.engine.observation.insights.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The functions of a query that give one value for one row (<a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html">functions</a>).
 * A missing argument gives a missing result, but for those that ask whether it is missing.
 */
final class Functions {
    /** @param least fewest arguments; {@code most} the most */
    record Function(int least, int most, Body body) {}

    /** Computes the result. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object of(@Nullable Object[] arguments);
    }

    private static final Map<String, Function> BY_NAME = new HashMap<>();

    private Functions() {}

    /** By its name in lower case. */
    static Optional<Function> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static {
        numbers();
        questions();
        texts();
        addresses();
        json();
    }

    private static void numbers() {
        number("abs", Math::abs);
        number("ceil", Math::ceil);
        number("floor", Math::floor);
        number("log", Math::log);
        number("sqrt", Math::sqrt);
        add("greatest", 1, 100, a -> folded(a, Math::max));
        add("least", 1, 100, a -> folded(a, Math::min));
        add("frommillis", 1, 1, a -> Values.isNumber(a[0]) ? new Time((long) Values.number(a[0])) : null);
        add("tomillis", 1, 1, a -> a[0] instanceof Time time ? (Object) (double) time.millis() : null);
    }

    private static void number(String name, java.util.function.DoubleUnaryOperator operator) {
        add(name, 1, 1, a -> Values.ofNumber(operator.applyAsDouble(Values.number(a[0]))));
    }

    private static @Nullable Object folded(
            @Nullable Object[] arguments, java.util.function.DoubleBinaryOperator operator) {
        double result = Values.number(arguments[0]);
        for (Object argument : arguments) {
            result = operator.applyAsDouble(result, Values.number(argument));
        }
        return Values.ofNumber(result);
    }

    private static void questions() {
        add("ispresent", 1, 1, a -> a[0] != null);
        add("isempty", 1, 1, a -> a[0] == null || text(a[0]).isEmpty());
        add("isblank", 1, 1, a -> a[0] == null || text(a[0]).isBlank());
        add("coalesce", 1, 100, a -> {
            for (Object argument : a) {
                if (argument != null) {
                    return argument;
                }
            }
            return null;
        });
    }

    private static void texts() {
        add("concat", 1, 100, a -> {
            var joined = new StringBuilder();
            for (Object argument : a) {
                joined.append(argument == null ? "" : text(argument));
            }
            return joined.toString();
        });
        text("strlen", 1, 1, a ->
                (double) text(a[0]).codePointCount(0, text(a[0]).length()));
        text("toupper", 1, 1, a -> text(a[0]).toUpperCase(Locale.ROOT));
        text("tolower", 1, 1, a -> text(a[0]).toLowerCase(Locale.ROOT));
        text("trim", 1, 2, a -> trimmed(a, true, true));
        text("ltrim", 1, 2, a -> trimmed(a, true, false));
        text("rtrim", 1, 2, a -> trimmed(a, false, true));
        text(
                "replace",
                3,
                3,
                a -> text(a[1]).isEmpty() ? text(a[0]) : text(a[0]).replace(text(a[1]), text(a[2])));
        text("strcontains", 2, 2, a -> text(a[0]).contains(text(a[1])) ? 1.0 : 0.0);
        text("substr", 2, 3, Functions::substring);
    }

    /** Start counts from 0; what lies outside the text is left out. */
    private static @Nullable Object substring(@Nullable Object[] a) {
        String text = text(a[0]);
        double start = Values.number(a[1]);
        double length = a.length > 2 ? Values.number(a[2]) : text.length();
        if (Double.isNaN(start) || Double.isNaN(length)) {
            return null;
        }
        int from = (int) Math.clamp((long) start, 0, text.length());
        int to = (int) Math.clamp(from + (long) Math.min(length, text.length()), from, text.length());
        return text.substring(from, to);
    }

    private static String trimmed(@Nullable Object[] a, boolean left, boolean right) {
        String text = text(a[0]);
        String set = a.length > 1 ? text(a[1]) : " \t\n\r\f\u000B";
        int start = 0;
        int end = text.length();
        while (left && start < end && set.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (right && end > start && set.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static void addresses() {
        text("isvalidip", 1, 1, a -> IpAddress.of(text(a[0])) != null);
        text("isvalidipv4", 1, 1, a -> isOf(text(a[0]), 32));
        text("isvalidipv6", 1, 1, a -> isOf(text(a[0]), 128));
        text("isipinsubnet", 2, 2, a -> isIn(text(a[0]), text(a[1]), 0));
        text("isipv4insubnet", 2, 2, a -> isIn(text(a[0]), text(a[1]), 32));
        text("isipv6insubnet", 2, 2, a -> isIn(text(a[0]), text(a[1]), 128));
    }

    private static boolean isOf(String text, int bits) {
        IpAddress address = IpAddress.of(text);
        return address != null && address.bits() == bits;
    }

    private static boolean isIn(String text, String range, int bits) {
        IpAddress address = IpAddress.of(text);
        return address != null && (bits == 0 || address.bits() == bits) && address.isIn(range);
    }

    private static void json() {
        text("jsonparse", 1, 1, a -> Discovery.parse(text(a[0])));
        text("jsonstringify", 1, 1, a -> a[0] instanceof List || a[0] instanceof Map ? text(a[0]) : null);
    }

    /** A function that has no result if an argument is missing. */
    private static void text(String name, int least, int most, Body body) {
        add(name, least, most, a -> {
            for (Object argument : a) {
                if (argument == null) {
                    return null;
                }
            }
            return body.of(a);
        });
    }

    private static void add(String name, int least, int most, Body body) {
        BY_NAME.put(name, new Function(least, most, body));
    }

    private static String text(@Nullable Object value) {
        String text = Values.text(value);
        return text == null ? "" : text;
    }
}
