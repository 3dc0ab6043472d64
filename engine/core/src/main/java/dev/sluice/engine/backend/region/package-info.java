/**
 * Everything that stands beside the gateway in its account and region, as one thing with one lock and one agenda.
 *
 * <p>The one rule: whoever asks or looks says what time it is, and everything due until then is done first. Start with
 * {@link dev.sluice.engine.backend.region.Region}.
 */
@NullMarked
package dev.sluice.engine.backend.region;

import org.jspecify.annotations.NullMarked;
