/**
 * Runs a parsed query. {@link dev.sluice.engine.observation.insights.evaluation.Plan} turns commands into stages;
 * expressions become {@link dev.sluice.engine.observation.insights.evaluation.Evaluation}s that read a
 * {@link dev.sluice.engine.observation.insights.evaluation.Row}. Rows flow newest first.
 *
 * <p>A value is a {@code String}, a {@code Double}, a {@link dev.sluice.engine.observation.insights.evaluation.Time}, a
 * {@code Boolean} (of a condition), a {@code List} or a {@code Map} (of JSON), or null: missing. What
 * {@link dev.sluice.engine.observation.insights.evaluation.Values} says of them holds everywhere.
 */
@NullMarked
package dev.sluice.engine.observation.insights.evaluation;

import org.jspecify.annotations.NullMarked;
