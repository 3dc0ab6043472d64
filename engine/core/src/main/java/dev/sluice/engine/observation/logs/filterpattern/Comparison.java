package dev.sluice.engine.observation.logs.filterpattern;

import dev.sluice.engine.execution.mapping.LinearPattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a field is compared with, and how. */
final class Comparison {
    /** Longest number that is read as one, in characters. */
    private static final int LONGEST_NUMBER = 64;

    private static final int LARGEST_EXPONENT = 400;

    /** Longer ones first: {@code <} begins {@code <=}. */
    private enum Operator {
        NOT_EQUAL("!="),
        AT_MOST("<="),
        AT_LEAST(">="),
        EQUAL("="),
        LESS("<"),
        MORE(">");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }
    }

    /** A value in a pattern. */
    private sealed interface Operand {
        /** With {@code *} for anything. */
        record Text(String glob, Optional<BigDecimal> number) implements Operand {}

        record Regex(LinearPattern pattern) implements Operand {}
    }

    private final Operator operator;
    private final Operand operand;

    private Comparison(Operator operator, Operand operand) {
        this.operator = operator;
        this.operand = operand;
    }

    /** Reads operator and value; empty if no operator stands here. */
    static Optional<Comparison> read(Scanner scanner) throws FilterPatternException {
        scanner.skipBlanks();
        for (Operator operator : Operator.values()) {
            if (scanner.takes(operator.sign)) {
                scanner.skipBlanks();
                int at = scanner.at();
                Operand operand = operand(scanner);
                boolean ordered = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
                if (ordered && number(operand).isEmpty()) {
                    throw new FilterPatternException(operator.sign + " compares with a number.", at);
                }
                return Optional.of(new Comparison(operator, operand));
            }
        }
        return Optional.empty();
    }

    private static Operand operand(Scanner scanner) throws FilterPatternException {
        if (scanner.peek() == '%') {
            return new Operand.Regex(scanner.regex());
        }
        if (scanner.peek() == '"') {
            return new Operand.Text(scanner.quoted(), Optional.empty());
        }
        String word = scanner.word("*.-+:/@", "A value");
        return new Operand.Text(word, numberOf(word));
    }

    private static Optional<BigDecimal> number(Operand operand) {
        return operand instanceof Operand.Text text ? text.number() : Optional.empty();
    }

    /** Whether a field with that text has what is asked for. */
    boolean holds(String value) {
        return switch (operator) {
            case EQUAL -> equal(value);
            case NOT_EQUAL -> !equal(value);
            case LESS -> order(value).filter(order -> order < 0).isPresent();
            case AT_MOST -> order(value).filter(order -> order <= 0).isPresent();
            case MORE -> order(value).filter(order -> order > 0).isPresent();
            case AT_LEAST -> order(value).filter(order -> order >= 0).isPresent();
        };
    }

    private boolean equal(String value) {
        return switch (operand) {
            case Operand.Regex regex -> regex.pattern().isFoundIn(value);
            case Operand.Text text ->
                globs(text.glob(), value)
                        || order(value).filter(order -> order == 0).isPresent();
        };
    }

    private Optional<Integer> order(String value) {
        return number(operand).flatMap(wanted -> numberOf(value).map(number -> number.compareTo(wanted)));
    }

    private static Optional<BigDecimal> numberOf(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > LARGEST_EXPONENT ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the parts between the stars stand in the text in their order: each as early as it can. */
    static boolean globs(String glob, String text) {
        List<String> parts = List.of(glob.split("\\*", -1));
        if (parts.size() == 1) {
            return glob.equals(text);
        }
        String first = parts.getFirst();
        String last = parts.getLast();
        if (text.length() < first.length() + last.length() || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return at <= text.length() - last.length();
    }
}
