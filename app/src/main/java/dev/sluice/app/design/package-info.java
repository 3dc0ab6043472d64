/**
 * Looking at what is configured: the resource tree, the method diagram, the limits that a method really has.
 *
 * <p>The one rule: what is shown is decided by {@link dev.sluice.app.design.DesignModel} and the values beside it, from
 * the definition alone; the views only lay it out. Field names are API Gateway's own. Start with
 * {@link dev.sluice.app.design.DesignScreen}.
 */
@NullMarked
package dev.sluice.app.design;

import org.jspecify.annotations.NullMarked;
