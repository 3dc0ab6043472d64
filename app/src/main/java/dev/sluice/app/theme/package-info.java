/**
 * How the workbench looks: the light and the dark theme, their colours for drawing on a canvas, the bundled fonts, the
 * zoom.
 *
 * <p>The one rule: a colour is written once, in the style sheet of its theme, and once more in
 * {@link dev.sluice.app.theme.Palette} for what CSS cannot reach; a test keeps the two equal.
 */
@NullMarked
package dev.sluice.app.theme;

import org.jspecify.annotations.NullMarked;
