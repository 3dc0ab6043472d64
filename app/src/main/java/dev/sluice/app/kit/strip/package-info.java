/**
 * Strip charts of the last minute, and the pipeline of tanks. Events are counted into slots of a tenth of a second
 * before anything is drawn. Start with {@link dev.sluice.app.kit.strip.TimeStrip}.
 */
@NullMarked
package dev.sluice.app.kit.strip;

import org.jspecify.annotations.NullMarked;
