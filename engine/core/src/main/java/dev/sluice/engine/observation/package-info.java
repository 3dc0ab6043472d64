/**
 * What can be seen of the engine from outside, all of it read from the journal: logs, metrics, traces, and the snapshot
 * that screens draw. Start with {@link dev.sluice.engine.observation.Observation}.
 */
@NullMarked
package dev.sluice.engine.observation;

import org.jspecify.annotations.NullMarked;
