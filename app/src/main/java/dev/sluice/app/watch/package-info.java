/**
 * Watching a running gateway from the panel under every screen: the newest requests, the buckets, the problems.
 *
 * <p>The one rule: the models take what a frame brings and never ask the engine themselves. Start with
 * {@link dev.sluice.app.watch.LiveLogModel}.
 */
@NullMarked
package dev.sluice.app.watch;

import org.jspecify.annotations.NullMarked;
