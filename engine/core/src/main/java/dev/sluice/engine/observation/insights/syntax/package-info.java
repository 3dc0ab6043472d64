/**
 * The text of a query as a tree. {@link dev.sluice.engine.observation.insights.syntax.QueryParser} reads commands and
 * expressions by hand, so that every mistake has its place and its advice. Each of the two trees,
 * {@link dev.sluice.engine.observation.insights.syntax.Command} and
 * {@link dev.sluice.engine.observation.insights.syntax.Expression}, is one file.
 */
@NullMarked
package dev.sluice.engine.observation.insights.syntax;

import org.jspecify.annotations.NullMarked;
