/**
 * How live numbers read on every screen: rates, levels and spans of time in few digits. Start with
 * {@link dev.sluice.app.kit.figure.Figures}.
 */
@NullMarked
package dev.sluice.app.kit.figure;

import org.jspecify.annotations.NullMarked;
