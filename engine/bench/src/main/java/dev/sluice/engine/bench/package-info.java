/**
 * What the engine costs, measured with <a href="https://openjdk.org/projects/code-tools/jmh/">JMH</a> beside a library
 * that does a comparable job.
 *
 * <p>The one rule: a figure means something only beside another of the same run on the same machine. README.md of this
 * module has the command. Start with {@link dev.sluice.engine.bench.BucketBenchmark}.
 */
@NullMarked
package dev.sluice.engine.bench;

import org.jspecify.annotations.NullMarked;
