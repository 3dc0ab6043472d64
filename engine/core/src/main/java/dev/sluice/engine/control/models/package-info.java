/**
 * The control operations on models, as pure functions of a workspace. They change the draft: a stage shows it after the
 * next deployment. Start with {@link dev.sluice.engine.control.models.ModelOperations}.
 */
@NullMarked
package dev.sluice.engine.control.models;

import org.jspecify.annotations.NullMarked;
