/**
 * The decision card: why one request was let through or not, tier by tier. Start with
 * {@link dev.sluice.app.kit.decision.Decision}.
 */
@NullMarked
package dev.sluice.app.kit.decision;

import org.jspecify.annotations.NullMarked;
