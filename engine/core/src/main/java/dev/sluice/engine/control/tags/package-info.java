/**
 * The control operations on tags, of whatever has them, as pure functions of a workspace. Start with
 * {@link dev.sluice.engine.control.tags.TagOperations}.
 */
@NullMarked
package dev.sluice.engine.control.tags;

import org.jspecify.annotations.NullMarked;
