/**
 * Lambda as far as the gateway can see it: what Invoke answers, and the environments that modelled functions run in.
 *
 * <p>The one rule: one invocation per environment at a time. Everything follows from it: cold starts, limits, and a
 * function that goes on running when nobody waits any more. Start with
 * {@link dev.sluice.engine.backend.function.FunctionEnvironments}.
 */
@NullMarked
package dev.sluice.engine.backend.function;

import org.jspecify.annotations.NullMarked;
