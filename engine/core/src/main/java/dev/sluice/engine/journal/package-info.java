/**
 * What was noted: while an exchange runs it writes typed entries here, and logs, traces, metrics, decision cards and
 * charts are readers of them.
 *
 * <p>The one rule: nothing else is instrumented. With logging off an exchange leaves one
 * {@link dev.sluice.engine.journal.ExchangeRecord} and builds no strings for it. Start with {@code ExchangeRecord},
 * then {@link dev.sluice.engine.journal.JournalStore}, which keeps the newest of them.
 */
@NullMarked
package dev.sluice.engine.journal;

import org.jspecify.annotations.NullMarked;
