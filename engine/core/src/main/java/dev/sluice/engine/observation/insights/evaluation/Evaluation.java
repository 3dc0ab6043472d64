package dev.sluice.engine.observation.insights.evaluation;

import org.jspecify.annotations.Nullable;

/** An expression ready to be computed for any row. Stateless. */
@FunctionalInterface
interface Evaluation {
    @Nullable
    Object of(Row row);
}
