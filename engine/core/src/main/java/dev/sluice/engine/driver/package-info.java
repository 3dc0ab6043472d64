/**
 * What makes time pass: sockets and the wall clock in {@code live}, a queue in {@code simulation}, many callers in
 * {@code load}. A driver performs what an exchange asks for and waits where the engine never does.
 *
 * <p>Start with {@link dev.sluice.engine.driver.Dialogue}, all that a driver says to the engine.
 */
@NullMarked
package dev.sluice.engine.driver;

import org.jspecify.annotations.NullMarked;
