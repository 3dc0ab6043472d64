/**
 * How AWS's protocols look on the wire, whatever the service (control-plane section 3). Start with
 * {@link dev.sluice.engine.aws.protocol.RestTable}.
 */
@NullMarked
package dev.sluice.engine.aws.protocol;

import org.jspecify.annotations.NullMarked;
