/**
 * What happens to one request. {@link dev.sluice.engine.execution.Journey} lists the stops of a request in order; each
 * stop is one class in a sub-package and says {@link dev.sluice.engine.execution.Verdict}.
 *
 * <p>The one rule: nothing here waits or looks at a clock. A request is an
 * {@link dev.sluice.engine.execution.Exchange}; {@code begin(nowNanos)} runs it until it has an answer or needs a
 * neighbour, {@code resume(outcome, nowNanos)} carries on. Whoever calls does the waiting.
 */
@NullMarked
package dev.sluice.engine.execution;

import org.jspecify.annotations.NullMarked;
