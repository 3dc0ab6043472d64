/**
 * The control operations on VPC links, as pure functions of a workspace. Start with
 * {@link dev.sluice.engine.control.vpclinks.VpcLinkOperations}.
 */
@NullMarked
package dev.sluice.engine.control.vpclinks;

import org.jspecify.annotations.NullMarked;
