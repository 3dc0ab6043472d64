/**
 * Real sockets and the wall clock. Vert.x is used here and in the load generator only; its event loops call the gateway
 * directly, which is right because the gateway never waits.
 *
 * <p>Start with {@link dev.sluice.engine.driver.live.LiveListener}.
 */
@NullMarked
package dev.sluice.engine.driver.live;

import org.jspecify.annotations.NullMarked;
