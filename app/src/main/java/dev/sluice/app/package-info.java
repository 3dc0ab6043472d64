/**
 * The workbench: one window over a running engine, and the command line beside it.
 *
 * <p>The one rule: screens pull. The engine never calls a screen; once a frame the
 * {@linkplain dev.sluice.app.frame.FramePump pump} hands the visible screens a snapshot and the newest journal records.
 * Views are built in Java; what they show is decided by view models that know no scene. Packages are named after what
 * the user does: {@code start}, {@code design}, {@code console}, {@code load}; what they share is {@code frame} (the
 * window around them), {@code kit} (our controls) and {@code theme}. Start with
 * {@link dev.sluice.app.WorkbenchApplication}, then {@link dev.sluice.app.frame.Screen}.
 */
@NullMarked
package dev.sluice.app;

import org.jspecify.annotations.NullMarked;
