/**
 * The workspace as requests meet it: every lookup a request needs, prepared once for each revision of the
 * configuration.
 *
 * <p>The one rule: nothing here changes after it is built; a change of configuration builds a new
 * {@link dev.sluice.engine.execution.serving.ServingTable} that shares the token buckets with the one before. Start
 * there.
 */
@NullMarked
package dev.sluice.engine.execution.serving;

import org.jspecify.annotations.NullMarked;
