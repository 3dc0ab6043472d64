/**
 * EventBridge: buses, rules whose patterns Amazon's own {@code event-ruler} matches, and the targets of what matched.
 *
 * <p>The one rule: an event that is taken is kept for a while with every rule that matched and what became of each
 * delivery, so that somebody can see why it went where it went. Follows <a
 * href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/">the API reference</a>.
 */
@NullMarked
package dev.sluice.engine.backend.bus;

import org.jspecify.annotations.NullMarked;
