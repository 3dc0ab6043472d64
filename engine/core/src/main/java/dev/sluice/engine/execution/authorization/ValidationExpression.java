package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.execution.mapping.LinearPattern;
import java.util.Optional;

/** What a token must look like as a whole. An expression that cannot be used matches nothing. */
record ValidationExpression(String text, Optional<LinearPattern> pattern) {
    static ValidationExpression of(String expression) {
        try {
            return new ValidationExpression(expression, Optional.of(LinearPattern.of(expression)));
        } catch (LinearPattern.BadPattern e) {
            return new ValidationExpression(expression, Optional.empty());
        }
    }

    boolean matches(String value) {
        return pattern.isPresent() && pattern.get().matches(value);
    }
}
