/**
 * CloudWatch Logs over the engine's logs: groups, streams, events, filter patterns and Logs Insights (control-plane
 * section 3.4). Start with {@link dev.sluice.engine.aws.logs.CloudWatchLogs}.
 */
@NullMarked
package dev.sluice.engine.aws.logs;

import org.jspecify.annotations.NullMarked;
