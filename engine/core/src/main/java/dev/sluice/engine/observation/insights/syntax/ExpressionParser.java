package dev.sluice.engine.observation.insights.syntax;

import dev.sluice.engine.observation.insights.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads expressions: from {@code or}, which binds least, down to {@code ^}, which binds most. */
final class ExpressionParser {
    /** Deepest nesting of parentheses and calls; strangers' queries must not exhaust the stack. */
    private static final int DEEPEST = 100;

    private final Words words;
    private int depth;

    ExpressionParser(Words words) {
        this.words = words;
    }

    Expression expression() throws QueryException {
        if (++depth > DEEPEST) {
            throw words.error("The expression is nested more than " + DEEPEST + " deep.");
        }
        Expression left = and();
        while (words.peek().isWord("or")) {
            int offset = words.next().start();
            left = new Expression.Or(left, and(), offset);
        }
        depth--;
        return left;
    }

    private Expression and() throws QueryException {
        Expression left = not();
        while (words.peek().isWord("and")) {
            int offset = words.next().start();
            left = new Expression.And(left, not(), offset);
        }
        return left;
    }

    private Expression not() throws QueryException {
        if (!words.peek().isWord("not")) {
            return test();
        }
        if (++depth > DEEPEST) {
            throw words.error("The expression is nested more than " + DEEPEST + " deep.");
        }
        int offset = words.next().start();
        var not = new Expression.Not(not(), offset);
        depth--;
        return not;
    }

    private Expression test() throws QueryException {
        Expression left = sum();
        Token token = words.peek();
        for (String operator : List.of("=", "!=", "<", "<=", ">", ">=")) {
            if (token.is(operator)) {
                words.next();
                return new Expression.Comparison(operator, left, sum(), token.start());
            }
        }
        if (token.is("=~")) {
            words.next();
            return like(left, false, true, token.start());
        }
        boolean negated = token.isWord("not");
        if (negated) {
            words.next();
        }
        if (words.peek().isWord("like")) {
            words.next();
            return like(left, negated, false, token.start());
        }
        if (words.peek().isWord("in")) {
            words.next();
            return in(left, negated, token.start());
        }
        if (negated) {
            throw words.error("After \"not\" comes like or in here.");
        }
        return left;
    }

    private Expression like(Expression left, boolean negated, boolean textIsRegex, int offset) throws QueryException {
        Token pattern = words.textOrRegex("like and =~ take a text in quotes or a regular expression between slashes.");
        boolean isRegex = textIsRegex || words.isRegex(pattern);
        return new Expression.Like(left, pattern.text(), isRegex, negated, offset);
    }

    private Expression in(Expression left, boolean negated, int offset) throws QueryException {
        if (words.peek().is("(")) {
            throw words.error("A query inside \"in (...)\" is not supported here; list the values: in [\"a\", \"b\"].");
        }
        words.expect("[", "in takes a list: in [\"a\", \"b\"].");
        var values = new ArrayList<Expression>();
        if (!words.peek().is("]")) {
            values.add(sum());
            while (words.peek().is(",")) {
                words.next();
                values.add(sum());
            }
        }
        words.expect("]", "The list ends with ].");
        return new Expression.In(left, List.copyOf(values), negated, offset);
    }

    private Expression sum() throws QueryException {
        Expression left = product();
        while (words.peek().is("+") || words.peek().is("-")) {
            Token operator = words.next();
            left = new Expression.Arithmetic(operator.text().charAt(0), left, product(), operator.start());
        }
        return left;
    }

    private Expression product() throws QueryException {
        Expression left = negative();
        while (words.peek().is("*") || words.peek().is("/") || words.peek().is("%")) {
            Token operator = words.next();
            left = new Expression.Arithmetic(operator.text().charAt(0), left, negative(), operator.start());
        }
        return left;
    }

    private Expression negative() throws QueryException {
        if (!words.peek().is("-")) {
            return power();
        }
        if (++depth > DEEPEST) {
            throw words.error("The expression is nested more than " + DEEPEST + " deep.");
        }
        int offset = words.next().start();
        Expression operand = negative();
        depth--;
        return operand instanceof Expression.Number(double value, int at)
                ? new Expression.Number(-value, offset)
                : new Expression.Negative(operand, offset);
    }

    /** {@code 2 ^ 3 ^ 2} is {@code 2 ^ (3 ^ 2)}, and {@code 2 ^ -1} is a half. */
    private Expression power() throws QueryException {
        Expression base = operand();
        if (!words.peek().is("^")) {
            return base;
        }
        int offset = words.next().start();
        return new Expression.Arithmetic('^', base, negative(), offset);
    }

    /** A field or a call without operators: where a slash after it starts a regular expression. */
    Expression operand() throws QueryException {
        return parts(primary());
    }

    private Expression parts(Expression structure) throws QueryException {
        boolean hasParts = structure instanceof Expression.Call || structure instanceof Expression.Part;
        List<String> path = hasParts ? words.parts() : List.of();
        return path.isEmpty() ? structure : new Expression.Part(structure, path, structure.offset());
    }

    private Expression primary() throws QueryException {
        Token token = words.next();
        return switch (token.kind()) {
            case NUMBER -> new Expression.Number(Double.parseDouble(token.text()), token.start());
            case STRING -> new Expression.Text(token.text(), token.start());
            case DURATION -> new Expression.Duration(period(token), token.start());
            case NAME -> named(token);
            case SYMBOL, END -> parenthesis(token);
        };
    }

    private Period period(Token token) throws QueryException {
        var period = Period.of(token.text());
        if (period.isEmpty()) {
            throw words.error(token.text() + " is neither a number nor a period such as 5m or 1h.", token.start());
        }
        return period.get();
    }

    private Expression named(Token token) throws QueryException {
        if (!words.peek().is("(")) {
            return new Expression.Field(token.path(), token.start());
        }
        words.next();
        var arguments = new ArrayList<Expression>();
        if (words.peek().is("*")) {
            arguments.add(new Expression.Star(words.next().start()));
        } else if (!words.peek().is(")")) {
            arguments.add(expression());
            while (words.peek().is(",")) {
                words.next();
                arguments.add(expression());
            }
        }
        words.expect(")", "The arguments of " + token.text() + " end with ).");
        return new Expression.Call(token.text().toLowerCase(Locale.ROOT), List.copyOf(arguments), token.start());
    }

    private Expression parenthesis(Token token) throws QueryException {
        if (!token.is("(")) {
            String found = token.kind() == Token.Kind.END ? "the query ends" : "\"" + token.text() + "\" stands";
            throw words.error("A field, a value or a function is expected where " + found + ".", token.start());
        }
        Expression inside = expression();
        words.expect(")", "The parenthesis is not closed.");
        return inside;
    }
}
