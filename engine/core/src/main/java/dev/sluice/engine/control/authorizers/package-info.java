/**
 * The control operations on authorizers, as pure functions of a workspace. They change the draft: a stage shows it
 * after the next deployment. Start with {@link dev.sluice.engine.control.authorizers.AuthorizerOperations}.
 */
@NullMarked
package dev.sluice.engine.control.authorizers;

import org.jspecify.annotations.NullMarked;
