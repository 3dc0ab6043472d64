package dev.sluice.engine.backend.states;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A condition of a Choice. */
sealed interface ChoiceRule {
    record And(List<ChoiceRule> rules) implements ChoiceRule {}

    record Or(List<ChoiceRule> rules) implements ChoiceRule {}

    record Not(ChoiceRule rule) implements ChoiceRule {}

    /** A comparison with a constant, or with what a path finds. */
    record Test(String variable, DataPath path, Comparison comparison, Template operand) implements ChoiceRule {}

    /** @throws StateFailure {@code States.Runtime} if the variable is missing */
    default boolean holds(JsonNode data, Scope scope) throws StateFailure {
        return switch (this) {
            case And(List<ChoiceRule> rules) -> {
                for (ChoiceRule rule : rules) {
                    if (!rule.holds(data, scope)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Or(List<ChoiceRule> rules) -> {
                for (ChoiceRule rule : rules) {
                    if (rule.holds(data, scope)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Not(ChoiceRule rule) -> !rule.holds(data, scope);
            case Test test -> isTrue(test, data, scope);
        };
    }

    private static boolean isTrue(Test test, JsonNode data, Scope scope) throws StateFailure {
        var found = test.path().in(data, scope.context());
        JsonNode operand = test.operand().fill(data, scope);
        if (test.comparison() == Comparison.IS_PRESENT) {
            return found.isPresent() == operand.asBoolean(true);
        }
        if (found.isEmpty()) {
            throw new StateFailure(
                    "States.Runtime",
                    "Invalid path '" + test.variable() + "': The choice state's condition path references an invalid"
                            + " value.");
        }
        return test.comparison().holds(found.get(), operand);
    }
}
