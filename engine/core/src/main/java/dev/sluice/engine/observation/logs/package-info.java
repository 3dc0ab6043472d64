/**
 * Logs as CloudWatch would show them, read from the journal. Start with
 * {@link dev.sluice.engine.observation.logs.ExecutionLog} (data-plane section 13).
 */
@NullMarked
package dev.sluice.engine.observation.logs;

import org.jspecify.annotations.NullMarked;
