/**
 * What modelled neighbours need of one another: what happens later, who else is there, and in whose account.
 *
 * <p>The one rule: nothing happens by itself. What is due is in the {@link dev.sluice.engine.backend.neighbour.Agenda}
 * and is done, in order, when somebody next asks or looks, at the instant at which it was due.
 */
@NullMarked
package dev.sluice.engine.backend.neighbour;

import org.jspecify.annotations.NullMarked;
