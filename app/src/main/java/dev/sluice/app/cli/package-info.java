/**
 * The command line: {@code serve}, {@code check}, {@code import} and {@code open}.
 *
 * <p>The one rule: nothing here names a JavaFX type; {@link dev.sluice.app.cli.Window} alone leads to the window, and
 * only {@code open} loads it. Standard output is for programs (one JSON line), standard error for people. Start with
 * {@link dev.sluice.app.cli.SluiceCommand}; exit codes are in {@link dev.sluice.app.cli.ExitCode}.
 */
@NullMarked
package dev.sluice.app.cli;

import org.jspecify.annotations.NullMarked;
