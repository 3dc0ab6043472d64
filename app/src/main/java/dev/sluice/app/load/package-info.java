/**
 * The load lab: client groups that call the running gateway over real sockets, and the buckets they drain. Start with
 * {@link dev.sluice.app.load.LoadModel}.
 */
@NullMarked
package dev.sluice.app.load;

import org.jspecify.annotations.NullMarked;
