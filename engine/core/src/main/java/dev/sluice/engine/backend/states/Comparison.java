package dev.sluice.engine.backend.states;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/** How a Choice compares. Values of the wrong type compare as false. */
enum Comparison {
    IS_PRESENT("IsPresent", (value, wanted) -> true),
    IS_NULL("IsNull", (value, wanted) -> value.isNull() == wanted.asBoolean(true)),
    IS_STRING("IsString", (value, wanted) -> value.isString() == wanted.asBoolean(true)),
    IS_NUMERIC("IsNumeric", (value, wanted) -> value.isNumber() == wanted.asBoolean(true)),
    IS_BOOLEAN("IsBoolean", (value, wanted) -> value.isBoolean() == wanted.asBoolean(true)),
    IS_TIMESTAMP("IsTimestamp", (value, wanted) -> instant(value).isPresent() == wanted.asBoolean(true)),
    BOOLEAN_EQUALS(
            "BooleanEquals",
            (value, wanted) ->
                    value.isBoolean() && wanted.isBoolean() && value.booleanValue() == wanted.booleanValue()),
    STRING_EQUALS("StringEquals", strings(order -> order == 0)),
    STRING_LESS("StringLessThan", strings(order -> order < 0)),
    STRING_GREATER("StringGreaterThan", strings(order -> order > 0)),
    STRING_LESS_EQUAL("StringLessThanEquals", strings(order -> order <= 0)),
    STRING_GREATER_EQUAL("StringGreaterThanEquals", strings(order -> order >= 0)),
    STRING_MATCHES(
            "StringMatches",
            (value, wanted) -> value.isString()
                    && wanted.isString()
                    && Wildcard.matches(wanted.stringValue(), value.stringValue())),
    NUMERIC_EQUALS("NumericEquals", numbers(order -> order == 0)),
    NUMERIC_LESS("NumericLessThan", numbers(order -> order < 0)),
    NUMERIC_GREATER("NumericGreaterThan", numbers(order -> order > 0)),
    NUMERIC_LESS_EQUAL("NumericLessThanEquals", numbers(order -> order <= 0)),
    NUMERIC_GREATER_EQUAL("NumericGreaterThanEquals", numbers(order -> order >= 0)),
    TIMESTAMP_EQUALS("TimestampEquals", instants(order -> order == 0)),
    TIMESTAMP_LESS("TimestampLessThan", instants(order -> order < 0)),
    TIMESTAMP_GREATER("TimestampGreaterThan", instants(order -> order > 0)),
    TIMESTAMP_LESS_EQUAL("TimestampLessThanEquals", instants(order -> order <= 0)),
    TIMESTAMP_GREATER_EQUAL("TimestampGreaterThanEquals", instants(order -> order >= 0));

    private final String text;
    private final BiPredicate<JsonNode, JsonNode> test;

    Comparison(String text, BiPredicate<JsonNode, JsonNode> test) {
        this.text = text;
        this.test = test;
    }

    static Optional<Comparison> named(String name) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.text.equals(name))
                .findFirst();
    }

    boolean holds(JsonNode value, JsonNode operand) {
        return test.test(value, operand);
    }

    private static BiPredicate<JsonNode, JsonNode> strings(IntPredicate order) {
        return (value, wanted) -> value.isString()
                && wanted.isString()
                && order.test(value.stringValue().compareTo(wanted.stringValue()));
    }

    private static BiPredicate<JsonNode, JsonNode> numbers(IntPredicate order) {
        return (value, wanted) -> value.isNumber()
                && wanted.isNumber()
                && order.test(value.decimalValue().compareTo(wanted.decimalValue()));
    }

    private static BiPredicate<JsonNode, JsonNode> instants(IntPredicate order) {
        return (value, wanted) -> {
            Optional<Instant> left = instant(value);
            Optional<Instant> right = instant(wanted);
            return left.isPresent()
                    && right.isPresent()
                    && order.test(Comparator.<Instant>naturalOrder().compare(left.get(), right.get()));
        };
    }

    /** A time in RFC 3339 with offset; absent if it is none. */
    static Optional<Instant> instant(JsonNode value) {
        try {
            return value.isString()
                    ? Optional.of(
                            java.time.OffsetDateTime.parse(value.stringValue()).toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
