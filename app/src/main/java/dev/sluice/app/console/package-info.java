/**
 * The console: one request, or many, sent to the running gateway over a real socket. Start with
 * {@link dev.sluice.app.console.ConsoleModel}.
 */
@NullMarked
package dev.sluice.app.console;

import org.jspecify.annotations.NullMarked;
