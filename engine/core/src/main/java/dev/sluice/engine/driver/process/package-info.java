/**
 * Functions that are programs on this machine, each environment a process behind Lambda's own Runtime API.
 *
 * <p>The one rule: everything about environments happens on one event loop, so nothing here needs a lock; only reading
 * folders and starting programs, which may wait, happens elsewhere. Start with
 * {@link dev.sluice.engine.driver.process.FunctionRunner}, then
 * {@link dev.sluice.engine.driver.process.FunctionProcesses}.
 *
 * <p>Follows <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda's Runtime API</a>.
 */
@NullMarked
package dev.sluice.engine.driver.process;

import org.jspecify.annotations.NullMarked;
