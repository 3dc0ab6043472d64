/**
 * Strangers' input, made up by the million: requests, templates, patterns, documents, tokens, what functions return.
 * Nothing may crash, hang, leave the sandbox or read a file.
 *
 * <p>Everything follows from seeds. A failure prints the seed, the smallest input found that still fails, and how to
 * repeat it. {@code -Dfuzz.seconds=600} runs longer; {@code -Dfuzz.seed=N} repeats one round. Start with
 * {@link dev.sluice.engine.fuzz.Fuzz}.
 */
package dev.sluice.engine.fuzz;
