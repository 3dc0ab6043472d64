/**
 * Virtual time: the gateway's requests run as fast as the machine can, and a wait is an entry in a queue.
 *
 * <p>The one rule: the same gateway, seed and arrivals give the same answers at the same nanoseconds, every time,
 * because one thread goes through one queue in an order that leaves nothing open. At one nanosecond arrivals come
 * first, in their order, then outcomes of calls in the order in which the calls were made. Start with
 * {@link dev.sluice.engine.driver.simulation.Simulation}.
 */
@NullMarked
package dev.sluice.engine.driver.simulation;

import org.jspecify.annotations.NullMarked;
