/**
 * Who calls: what clients send and when. The load generator plays it against a real listener; a simulator plays the
 * very same arrivals in virtual time.
 *
 * <p>The one rule: nothing here looks at a clock. A schedule is a seeded sequence of times that begins at 0; whoever
 * plays it does the waiting. Start with {@link dev.sluice.engine.traffic.LoadScenario}.
 */
@NullMarked
package dev.sluice.engine.traffic;

import org.jspecify.annotations.NullMarked;
