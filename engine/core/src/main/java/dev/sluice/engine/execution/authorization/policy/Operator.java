package dev.sluice.engine.execution.authorization.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The condition operators, without their prefixes and suffixes. */
enum Operator {
    STRING_EQUALS("StringEquals"),
    STRING_NOT_EQUALS("StringNotEquals"),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase"),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase"),
    STRING_LIKE("StringLike"),
    STRING_NOT_LIKE("StringNotLike"),
    NUMERIC_EQUALS("NumericEquals"),
    NUMERIC_NOT_EQUALS("NumericNotEquals"),
    NUMERIC_LESS_THAN("NumericLessThan"),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals"),
    NUMERIC_GREATER_THAN("NumericGreaterThan"),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals"),
    DATE_EQUALS("DateEquals"),
    DATE_NOT_EQUALS("DateNotEquals"),
    DATE_LESS_THAN("DateLessThan"),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals"),
    DATE_GREATER_THAN("DateGreaterThan"),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals"),
    BOOL("Bool"),
    BINARY_EQUALS("BinaryEquals"),
    IP_ADDRESS("IpAddress"),
    NOT_IP_ADDRESS("NotIpAddress"),
    ARN_EQUALS("ArnEquals"),
    ARN_LIKE("ArnLike"),
    ARN_NOT_EQUALS("ArnNotEquals"),
    ARN_NOT_LIKE("ArnNotLike"),
    NULL("Null");

    /** Whether the value of a key fits a value of the policy. */
    interface Test {
        boolean fits(String value, AccessRequest request);
    }

    private final String spelling;

    Operator(String spelling) {
        this.spelling = spelling;
    }

    static Optional<Operator> named(String spelling) {
        return Arrays.stream(values())
                .filter(operator -> operator.spelling.equals(spelling))
                .findFirst();
    }

    /** Whether it holds when no value fits. */
    boolean negated() {
        return spelling.contains("Not");
    }

    /**
     * The test against one value of the policy.
     *
     * @throws BadPolicy if the value is none for this operator
     */
    Test test(String wanted) throws BadPolicy {
        return switch (this) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> text(wanted);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> textIgnoringCase(wanted);
            case STRING_LIKE, STRING_NOT_LIKE -> Wildcard.of(wanted)::matches;
            case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> Quantity.number(wanted, order -> order == 0);
            case NUMERIC_LESS_THAN -> Quantity.number(wanted, order -> order < 0);
            case NUMERIC_LESS_THAN_EQUALS -> Quantity.number(wanted, order -> order <= 0);
            case NUMERIC_GREATER_THAN -> Quantity.number(wanted, order -> order > 0);
            case NUMERIC_GREATER_THAN_EQUALS -> Quantity.number(wanted, order -> order >= 0);
            case DATE_EQUALS, DATE_NOT_EQUALS -> Quantity.date(wanted, order -> order == 0);
            case DATE_LESS_THAN -> Quantity.date(wanted, order -> order < 0);
            case DATE_LESS_THAN_EQUALS -> Quantity.date(wanted, order -> order <= 0);
            case DATE_GREATER_THAN -> Quantity.date(wanted, order -> order > 0);
            case DATE_GREATER_THAN_EQUALS -> Quantity.date(wanted, order -> order >= 0);
            case BOOL, NULL -> truth(wanted);
            case BINARY_EQUALS -> (value, request) -> value.equals(wanted);
            case IP_ADDRESS, NOT_IP_ADDRESS -> IpRange.of(wanted)::contains;
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> ArnPattern.of(wanted)::matches;
        };
    }

    /** Equality knows variables, but no wildcards. */
    private static Test text(String wanted) throws BadPolicy {
        return wanted.contains("${") ? Wildcard.of(literal(wanted))::matches : (value, request) -> value.equals(wanted);
    }

    private static Test textIgnoringCase(String wanted) throws BadPolicy {
        return wanted.contains("${")
                ? Wildcard.ignoringCase(literal(wanted))::matches
                : (value, request) -> value.equalsIgnoreCase(wanted);
    }

    private static String literal(String text) {
        var literal = new StringBuilder();
        boolean inVariable = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            inVariable = inVariable ? c != '}' : text.startsWith("${", i);
            literal.append(!inVariable && (c == '*' || c == '?') ? "${" + c + "}" : String.valueOf(c));
        }
        return literal.toString();
    }

    private static Test truth(String wanted) throws BadPolicy {
        String lower = wanted.toLowerCase(Locale.ROOT);
        if (!lower.equals("true") && !lower.equals("false")) {
            throw new BadPolicy("\"" + wanted + "\" is neither true nor false.");
        }
        return (value, request) -> value.equalsIgnoreCase(lower);
    }
}
