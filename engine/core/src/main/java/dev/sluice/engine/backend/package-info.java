/**
 * Neighbours of the gateway: what a call to one is, what can become of it, and the ones that the workbench models
 * itself.
 *
 * <p>The one rule: a model is pure. It says at once what the answer is and how long it would have taken; the driver
 * lets that time pass, really or virtually. Start with {@link dev.sluice.engine.backend.Call} and
 * {@link dev.sluice.engine.backend.Outcome}.
 */
@NullMarked
package dev.sluice.engine.backend;

import org.jspecify.annotations.NullMarked;
