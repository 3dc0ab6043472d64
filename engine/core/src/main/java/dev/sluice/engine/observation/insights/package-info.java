/**
 * CloudWatch Logs Insights: a query over log events, answered exactly.
 *
 * <p>The one rule: never a silently wrong row. What a query says is done, or the query is refused with the line and
 * column of what is not understood. {@link dev.sluice.engine.observation.insights.InsightsQuery} is the way in; its
 * {@code syntax} package reads the text, its {@code evaluation} package runs it. Language and semantics follow the <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html">Logs Insights query syntax</a>.
 */
@NullMarked
package dev.sluice.engine.observation.insights;

import org.jspecify.annotations.NullMarked;
