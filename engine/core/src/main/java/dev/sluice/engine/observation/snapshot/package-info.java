/**
 * The engine at one instant, for whoever draws it. Reading never changes a bucket. Start with
 * {@link dev.sluice.engine.observation.snapshot.EngineSnapshot}.
 */
@NullMarked
package dev.sluice.engine.observation.snapshot;

import org.jspecify.annotations.NullMarked;
