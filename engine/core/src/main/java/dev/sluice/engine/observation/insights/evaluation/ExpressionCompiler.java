package dev.sluice.engine.observation.insights.evaluation;

import dev.sluice.engine.observation.insights.QueryException;
import dev.sluice.engine.observation.insights.syntax.Expression;
import dev.sluice.engine.observation.insights.syntax.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes expressions ready to be computed in a scope; what has no meaning is refused where it stands. */
final class ExpressionCompiler {
    private final String query;
    private final long nowSeconds;

    /** @param nowSeconds what {@code now()} gives, seconds since 1970-01-01T00:00Z */
    ExpressionCompiler(String query, long nowSeconds) {
        this.query = query;
        this.nowSeconds = nowSeconds;
    }

    Evaluation compile(Expression expression, Scope scope) throws QueryException {
        var made = scope.madeBy(expression);
        if (made.isPresent()) {
            int slot = made.get();
            return row -> row.slots[slot];
        }
        return switch (expression) {
            case Expression.Text(String value, int o) -> row -> value;
            case Expression.Number(double value, int o) -> {
                Object boxed = value;
                yield row -> boxed;
            }
            case Expression.Duration duration ->
                throw error("A period such as 5m belongs into bin, datefloor or dateceil.", duration);
            case Expression.Star star -> throw error("A star belongs into count(*).", star);
            case Expression.Field field -> field(field, scope);
            case Expression.Negative(Expression operand, int o) -> {
                Evaluation value = compile(operand, scope);
                yield row -> Values.ofNumber(-Values.number(value.of(row)));
            }
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic, scope);
            case Expression.Comparison comparison -> comparison(comparison, scope);
            case Expression.Like like -> like(like, scope);
            case Expression.In in -> in(in, scope);
            case Expression.And(Expression left, Expression right, int o) -> {
                Evaluation first = compile(left, scope);
                Evaluation second = compile(right, scope);
                yield row -> Values.isTrue(first.of(row)) && Values.isTrue(second.of(row));
            }
            case Expression.Or(Expression left, Expression right, int o) -> {
                Evaluation first = compile(left, scope);
                Evaluation second = compile(right, scope);
                yield row -> Values.isTrue(first.of(row)) || Values.isTrue(second.of(row));
            }
            case Expression.Not(Expression operand, int o) -> {
                Evaluation value = compile(operand, scope);
                yield row -> !Values.isTrue(value.of(row));
            }
            case Expression.Call call -> call(call, scope);
            case Expression.Part(Expression structure, List<String> path, int o) -> {
                Evaluation value = compile(structure, scope);
                yield row -> Values.part(value.of(row), path);
            }
        };
    }

    private Evaluation field(Expression.Field field, Scope scope) throws QueryException {
        var read = scope.field(field.path());
        if (read.isEmpty()) {
            throw error(
                    "\"" + String.join(".", field.path()) + "\" does not exist after stats; there are " + scope.names()
                            + ".",
                    field);
        }
        return read.get();
    }

    private Evaluation arithmetic(Expression.Arithmetic arithmetic, Scope scope) throws QueryException {
        Evaluation left = compile(arithmetic.left(), scope);
        Evaluation right = compile(arithmetic.right(), scope);
        java.util.function.DoubleBinaryOperator operator = switch (arithmetic.operator()) {
            case '+' -> Double::sum;
            case '-' -> (a, b) -> a - b;
            case '*' -> (a, b) -> a * b;
            case '/' -> (a, b) -> a / b;
            case '%' -> (a, b) -> a % b;
            default -> Math::pow;
        };
        return row ->
                Values.ofNumber(operator.applyAsDouble(Values.number(left.of(row)), Values.number(right.of(row))));
    }

    private Evaluation comparison(Expression.Comparison comparison, Scope scope) throws QueryException {
        Evaluation left = compile(comparison.left(), scope);
        Evaluation right = compile(comparison.right(), scope);
        java.util.function.IntPredicate holds = switch (comparison.operator()) {
            case "=" -> order -> order == 0;
            case "!=" -> order -> order != 0;
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            default -> order -> order >= 0;
        };
        return row -> {
            Integer order = Values.compare(left.of(row), right.of(row));
            return order != null && holds.test(order);
        };
    }

    private Evaluation like(Expression.Like like, Scope scope) throws QueryException {
        Evaluation operand = compile(like.operand(), scope);
        boolean wanted = !like.negated();
        if (!like.isRegex()) {
            String part = like.pattern();
            return row -> {
                String text = Values.text(operand.of(row));
                return text != null && text.contains(part) == wanted;
            };
        }
        LogPattern pattern = pattern(like.pattern(), like.offset());
        return row -> {
            String text = Values.text(operand.of(row));
            return text != null && pattern.isFoundIn(text) == wanted;
        };
    }

    LogPattern pattern(String expression, int offset) throws QueryException {
        try {
            return LogPattern.of(expression);
        } catch (LogPattern.BadPattern e) {
            throw new QueryException(String.valueOf(e.getMessage()), query, offset);
        }
    }

    private Evaluation in(Expression.In in, Scope scope) throws QueryException {
        Evaluation operand = compile(in.operand(), scope);
        var values = new Evaluation[in.values().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = compile(in.values().get(i), scope);
        }
        boolean wanted = !in.negated();
        return row -> {
            Object value = operand.of(row);
            return value != null && isOneOf(value, values, row) == wanted;
        };
    }

    private static boolean isOneOf(Object value, Evaluation[] values, Row row) {
        for (Evaluation candidate : values) {
            Integer order = Values.compare(value, candidate.of(row));
            if (order != null && order == 0) {
                return true;
            }
        }
        return false;
    }

    private Evaluation call(Expression.Call call, Scope scope) throws QueryException {
        if (Aggregates.isAggregate(call)) {
            throw error(call.name() + " aggregates rows; it belongs into stats.", call);
        }
        return switch (call.name()) {
            case "bin" -> {
                Period period = period(call, 0, 1);
                if (!scope.isOfEvents()) {
                    throw error("bin needs events; after stats there are none. Use datefloor on a column.", call);
                }
                yield row -> new Time(Calendar.floor(row.events().timestampMillis(row.index()), period));
            }
            case "datefloor" -> date(call, scope, false);
            case "dateceil" -> date(call, scope, true);
            case "now" -> {
                Object now = (double) nowSeconds;
                yield row -> now;
            }
            default -> function(call, scope);
        };
    }

    private Evaluation date(Expression.Call call, Scope scope, boolean up) throws QueryException {
        Period period = period(call, 1, 2);
        Evaluation time = compile(call.arguments().getFirst(), scope);
        return row -> {
            double millis = Values.number(time.of(row));
            return Double.isNaN(millis)
                    ? null
                    : new Time(up ? Calendar.ceiling((long) millis, period) : Calendar.floor((long) millis, period));
        };
    }

    private Period period(Expression.Call call, int at, int arguments) throws QueryException {
        if (call.arguments().size() != arguments || !(call.arguments().get(at) instanceof Expression.Duration)) {
            throw error(
                    call.name() + " takes "
                            + (arguments == 1
                                    ? "a period: bin(5m)."
                                    : "a time and a period: " + call.name() + "(@timestamp, 1h)."),
                    call);
        }
        var duration = (Expression.Duration) call.arguments().get(at);
        Period period = duration.period();
        if (period.amount() > period.unit().most()) {
            throw error(
                    "A period has up to " + period.unit().most()
                            + " of this unit; take the next larger one, as in bin(5m) for 300s.",
                    duration);
        }
        return period;
    }

    private Evaluation function(Expression.Call call, Scope scope) throws QueryException {
        var function = Functions.named(call.name());
        if (function.isEmpty()) {
            throw error("The function " + call.name() + " does not exist here.", call);
        }
        int given = call.arguments().size();
        int least = function.get().least();
        int most = function.get().most();
        if (given < least || given > most) {
            String wanted = least == most ? Integer.toString(least) : least + " to " + most;
            throw error(call.name() + " takes " + wanted + " arguments, not " + given + ".", call);
        }
        var arguments = new Evaluation[given];
        for (int i = 0; i < given; i++) {
            arguments[i] = compile(call.arguments().get(i), scope);
        }
        Functions.Body body = function.get().body();
        return row -> {
            var values = new @Nullable Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].of(row);
            }
            return body.of(values);
        };
    }

    QueryException error(String message, Expression at) {
        return new QueryException(message, query, at.offset());
    }
}
