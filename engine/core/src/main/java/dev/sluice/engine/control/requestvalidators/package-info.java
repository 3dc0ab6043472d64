/**
 * The control operations on request validators, as pure functions of a workspace. They change the draft: a stage shows
 * it after the next deployment. Start with
 * {@link dev.sluice.engine.control.requestvalidators.RequestValidatorOperations}.
 */
@NullMarked
package dev.sluice.engine.control.requestvalidators;

import org.jspecify.annotations.NullMarked;
