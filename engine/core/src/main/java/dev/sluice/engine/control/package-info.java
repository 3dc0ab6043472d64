/**
 * How configuration changes and how bad input is reported. Everything that edits a workspace, whoever asks, goes
 * through here. Start with {@link dev.sluice.engine.control.Problem}.
 */
@NullMarked
package dev.sluice.engine.control;

import org.jspecify.annotations.NullMarked;
