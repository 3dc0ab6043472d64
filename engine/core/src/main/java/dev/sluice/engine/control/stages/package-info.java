/**
 * Stages and deployments: the operations by which they are made, changed and deleted (control-plane sections 5 and 6).
 * Start with {@link dev.sluice.engine.control.stages.StageOperations}.
 */
@NullMarked
package dev.sluice.engine.control.stages;

import org.jspecify.annotations.NullMarked;
