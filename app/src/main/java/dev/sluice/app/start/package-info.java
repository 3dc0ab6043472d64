/**
 * The first page: go on where one stopped, open something, see what runs and how to call it.
 *
 * <p>The one rule: every control on it works. Start with {@link dev.sluice.app.start.StartScreen}.
 */
@NullMarked
package dev.sluice.app.start;

import org.jspecify.annotations.NullMarked;
