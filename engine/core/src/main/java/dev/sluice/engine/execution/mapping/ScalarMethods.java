package dev.sluice.engine.execution.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of numbers and of true and false. Static ones work on any instance, as Velocity's authors use them. */
final class ScalarMethods {
    private ScalarMethods() {}

    static @Nullable Object call(Number number, String name, List<@Nullable Object> arguments, Budget budget) {
        if (arguments.isEmpty()) {
            return switch (name) {
                case "intValue" -> number.intValue();
                case "longValue" -> number.longValue();
                case "doubleValue" -> number.doubleValue();
                case "floatValue" -> number.floatValue();
                case "toString" -> number.toString();
                case "hashCode" -> number.hashCode();
                default -> null;
            };
        }
        Object argument = arguments.getFirst();
        return switch (name) {
            case "equals" -> Equality.same(number, argument, budget);
            case "compareTo" -> argument instanceof Number other ? Numbers.compare(number, other) : null;
            case "parseInt", "valueOf", "parseLong", "parseDouble" -> parse(TemplateText.of(argument, budget));
            case "toString" -> TemplateText.of(argument, budget);
            default -> null;
        };
    }

    static @Nullable Object call(Boolean bool, String name, List<@Nullable Object> arguments) {
        return switch (name) {
            case "toString" -> bool.toString();
            case "booleanValue" -> bool;
            case "equals" -> arguments.size() == 1 && bool.equals(arguments.getFirst());
            case "parseBoolean", "valueOf" ->
                arguments.size() == 1
                        && (arguments.getFirst() instanceof String text
                                ? text.equalsIgnoreCase("true")
                                : Boolean.TRUE.equals(arguments.getFirst()));
            default -> null;
        };
    }

    private static Number parse(String text) {
        Number number = Numbers.of(text.strip());
        if (number == null) {
            throw new TemplateFailure(Members.kind(text) + " is not a number.");
        }
        return number;
    }
}
