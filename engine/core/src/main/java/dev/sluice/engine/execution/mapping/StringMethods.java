package dev.sluice.engine.execution.mapping;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The methods of texts. Regular expressions are {@link LinearPattern}s. */
final class StringMethods {
    private StringMethods() {}

    static @Nullable Object call(String text, String name, List<@Nullable Object> arguments, Budget budget) {
        budget.characters(text.length() / 8);
        return switch (arguments.size()) {
            case 0 -> call(text, name, budget);
            case 1 -> call(text, name, arguments.getFirst(), budget);
            case 2 -> call(text, name, arguments.getFirst(), arguments.getLast(), budget);
            default -> null;
        };
    }

    private static @Nullable Object call(String text, String name, Budget budget) {
        return switch (name) {
            case "length" -> text.length();
            case "isEmpty" -> text.isEmpty();
            case "isBlank" -> text.isBlank();
            case "toString", "intern" -> text;
            case "hashCode" -> text.hashCode();
            case "toLowerCase" -> built(text.toLowerCase(Locale.ROOT), budget);
            case "toUpperCase" -> built(text.toUpperCase(Locale.ROOT), budget);
            case "trim" -> built(text.trim(), budget);
            case "strip" -> built(text.strip(), budget);
            case "toCharArray" -> characters(text, budget);
            default -> null;
        };
    }

    private static @Nullable Object call(String text, String name, @Nullable Object argument, Budget budget) {
        if (argument == null) {
            return name.equals("equals") ? (Object) false : null;
        }
        return switch (name) {
            case "charAt" -> String.valueOf(text.charAt(within(argument, text.length() - 1)));
            case "substring" -> built(text.substring(within(argument, text.length())), budget);
            case "repeat" -> repeat(text, integer(argument), budget);
            case "equals" -> argument instanceof String other && Equality.same(text, other, budget);
            case "valueOf", "copyValueOf" -> TemplateText.of(argument, budget);
            default -> callWithText(text, name, TemplateText.of(argument, budget), budget);
        };
    }

    private static @Nullable Object callWithText(String text, String name, String argument, Budget budget) {
        return switch (name) {
            case "equalsIgnoreCase" -> text.equalsIgnoreCase(argument);
            case "compareTo" -> text.compareTo(argument);
            case "compareToIgnoreCase" -> text.compareToIgnoreCase(argument);
            case "concat" -> built(text.concat(argument), budget);
            case "contains" -> text.contains(argument);
            case "startsWith" -> text.startsWith(argument);
            case "endsWith" -> text.endsWith(argument);
            case "indexOf" -> text.indexOf(argument);
            case "lastIndexOf" -> text.lastIndexOf(argument);
            case "matches" -> pattern(argument, text, budget).matches(text);
            case "split" -> split(text, argument, 0, budget);
            default -> null;
        };
    }

    private static @Nullable Object call(
            String text, String name, @Nullable Object first, @Nullable Object second, Budget budget) {
        if (first == null || second == null) {
            return null;
        }
        return switch (name) {
            case "substring" -> substring(text, integer(first), integer(second), budget);
            case "indexOf" -> text.indexOf(TemplateText.of(first, budget), integer(second));
            case "lastIndexOf" -> text.lastIndexOf(TemplateText.of(first, budget), integer(second));
            case "startsWith" -> text.startsWith(TemplateText.of(first, budget), integer(second));
            case "split" -> split(text, TemplateText.of(first, budget), integer(second), budget);
            case "join" -> join(TemplateText.of(first, budget), second, budget);
            default -> replace(text, name, TemplateText.of(first, budget), TemplateText.of(second, budget), budget);
        };
    }

    private static @Nullable Object replace(String text, String name, String old, String with, Budget budget) {
        return switch (name) {
            case "replace" -> replaceText(text, old, with, budget);
            case "replaceAll" -> replacePattern(text, old, with, false, budget);
            case "replaceFirst" -> replacePattern(text, old, with, true, budget);
            default -> null;
        };
    }

    private static String replaceText(String text, String old, String with, Budget budget) {
        long places = old.isEmpty() ? text.length() + 1L : text.length() / old.length();
        budget.characters(text.length() + places);
        if (with.length() > old.length()) {
            budget.characters(count(text, old) * (with.length() - old.length()));
        }
        return text.replace(old, with);
    }

    private static long count(String text, String part) {
        if (part.isEmpty()) {
            return text.length() + 1L;
        }
        long count = 0;
        for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
            count++;
        }
        return count;
    }

    private static String replacePattern(String text, String expression, String with, boolean once, Budget budget) {
        Matcher matcher = pattern(expression, text, budget).searching(text);
        var result = new StringBuilder();
        while (matcher.find()) {
            int before = result.length();
            // A group in the replacement is at most the whole text, and there are at most as many as dollars.
            budget.characters(
                    with.length() + (with.indexOf('$') < 0 ? 0 : matcher.group().length() * (long) with.length() / 2));
            appendReplacement(matcher, result, with);
            budget.characters(result.length() - before);
            if (once) {
                break;
            }
        }
        matcher.appendTail(result);
        return built(result.toString(), budget);
    }

    private static void appendReplacement(Matcher matcher, StringBuilder result, String with) {
        try {
            matcher.appendReplacement(result, with);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new TemplateFailure("'" + with + "' cannot be used as a replacement: " + e.getMessage());
        }
    }

    /** As Java's split: with limit 0, empty texts at the end are left out. */
    private static List<@Nullable Object> split(String text, String expression, int limit, Budget budget) {
        var parts = new ArrayList<@Nullable Object>();
        Matcher matcher = pattern(expression, text, budget).searching(text);
        int start = 0;
        while ((limit <= 0 || parts.size() < limit - 1) && matcher.find()) {
            if (matcher.end() == 0) {
                continue;
            }
            budget.characters(matcher.end() - start + 1L);
            parts.add(text.substring(start, matcher.start()));
            start = matcher.end();
        }
        boolean found = !parts.isEmpty();
        parts.add(built(text.substring(start), budget));
        while (limit == 0 && found && !parts.isEmpty() && "".equals(parts.getLast())) {
            parts.removeLast();
        }
        return parts;
    }

    private static LinearPattern pattern(String expression, String text, Budget budget) {
        try {
            LinearPattern pattern = LinearPattern.of(expression);
            budget.characters(text.length() * (1 + pattern.size() / 32) + pattern.size());
            return pattern;
        } catch (LinearPattern.BadPattern e) {
            throw new TemplateFailure(String.valueOf(e.getMessage()));
        }
    }

    private static String join(String delimiter, Object parts, Budget budget) {
        var joined = new StringBuilder();
        if (parts instanceof Collection<?> list) {
            for (Object part : list) {
                budget.characters(delimiter.length());
                joined.append(joined.isEmpty() ? "" : delimiter).append(TemplateText.of(part, budget));
            }
        }
        return joined.toString();
    }

    private static String repeat(String text, int times, Budget budget) {
        if (times < 0) {
            throw new TemplateFailure("A text cannot be repeated " + times + " times.");
        }
        budget.characters((long) text.length() * times);
        return text.repeat(times);
    }

    private static String substring(String text, int from, int to, Budget budget) {
        if (from < 0 || to > text.length() || from > to) {
            throw new TemplateFailure(
                    "substring(" + from + ", " + to + ") of a text of " + text.length() + " characters.");
        }
        return built(text.substring(from, to), budget);
    }

    private static List<@Nullable Object> characters(String text, Budget budget) {
        budget.characters(text.length() * 4L);
        var characters = new ArrayList<@Nullable Object>(text.length());
        for (int i = 0; i < text.length(); i++) {
            characters.add(String.valueOf(text.charAt(i)));
        }
        return characters;
    }

    private static int within(Object argument, int largest) {
        int index = integer(argument);
        if (index < 0 || index > largest) {
            throw new TemplateFailure("Position " + index + " is outside of the text, whose last is " + largest + ".");
        }
        return index;
    }

    private static int integer(Object argument) {
        Number number = Numbers.of(argument);
        if (number == null) {
            throw new TemplateFailure("A whole number is wanted, not " + Members.kind(argument) + ".");
        }
        return number.intValue();
    }

    private static String built(String text, Budget budget) {
        budget.characters(text.length());
        return text;
    }
}
