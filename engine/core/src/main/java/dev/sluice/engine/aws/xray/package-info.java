/** X-Ray over the engine's traces (control-plane section 3.5). Start with {@link dev.sluice.engine.aws.xray.XRay}. */
@NullMarked
package dev.sluice.engine.aws.xray;

import org.jspecify.annotations.NullMarked;
