/**
 * The load generator: plays a {@link dev.sluice.engine.traffic.LoadScenario} against a real listener on this machine.
 *
 * <p>The one rule is the open model: a request is due at its intended time whether or not earlier ones were answered,
 * and its latency counts from that time. Whatever cannot be sent is counted, never forgotten. Start with
 * {@link dev.sluice.engine.driver.load.LoadRun}.
 */
@NullMarked
package dev.sluice.engine.driver.load;

import org.jspecify.annotations.NullMarked;
