/**
 * Wire adapters: what AWS's own clients say and expect to hear, over the same control operations that the window uses.
 *
 * <p>The one rule: nothing here opens a socket or looks at a clock. A request comes in with its time, a response goes
 * out; no state but the last queries and quota requests. {@link dev.sluice.engine.aws.ControlPlane} tells requests for
 * AWS's services from those for the APIs, so that one port serves both. Start there; a service is an
 * {@link dev.sluice.engine.aws.AwsService}.
 */
@NullMarked
package dev.sluice.engine.aws;

import org.jspecify.annotations.NullMarked;
