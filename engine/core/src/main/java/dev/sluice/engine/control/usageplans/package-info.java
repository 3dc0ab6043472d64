/**
 * The control operations on usage plans, their keys and their usage, as pure functions of a workspace.
 *
 * <p>The one rule: paths into a plan are read from their right-hand end, because clients write the method's path in
 * three spellings (control-plane section 6); {@link dev.sluice.engine.control.usageplans.MethodKey} makes them one.
 * Start with {@link dev.sluice.engine.control.usageplans.UsagePlanOperations}.
 */
@NullMarked
package dev.sluice.engine.control.usageplans;

import org.jspecify.annotations.NullMarked;
