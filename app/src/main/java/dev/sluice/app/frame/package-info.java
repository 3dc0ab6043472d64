/**
 * The window around every screen: header, rail, bottom panel, status bar, palette, and the pump that brings them alive.
 *
 * <p>The one rule: the frame knows {@link dev.sluice.app.frame.Screen} and no screen in particular. Start with
 * {@code Screen}, then {@link dev.sluice.app.frame.FramePump}.
 */
@NullMarked
package dev.sluice.app.frame;

import org.jspecify.annotations.NullMarked;
