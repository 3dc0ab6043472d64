/**
 * Our controls and what they share: outcome marks, method badges, numbers as text.
 *
 * <p>The one rule: nothing here knows a screen or a running engine; a control shows the values it is given.
 */
@NullMarked
package dev.sluice.app.kit;

import org.jspecify.annotations.NullMarked;
