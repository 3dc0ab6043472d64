/**
 * From an address to a method: {@link dev.sluice.engine.execution.routing.FindStage} takes the host and the first path
 * segments, {@link dev.sluice.engine.execution.routing.FindMethod} the rest (data-plane section 4).
 */
@NullMarked
package dev.sluice.engine.execution.routing;

import org.jspecify.annotations.NullMarked;
