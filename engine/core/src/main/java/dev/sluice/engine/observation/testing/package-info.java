/**
 * What TestInvokeMethod gives back (data-plane section 17). Start with
 * {@link dev.sluice.engine.observation.testing.TestInvokeResult}.
 */
@NullMarked
package dev.sluice.engine.observation.testing;

import org.jspecify.annotations.NullMarked;
