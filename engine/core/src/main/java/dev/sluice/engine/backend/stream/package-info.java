/**
 * Kinesis: streams whose shards take records by the hash of their partition key, and keep the latest to be read.
 *
 * <p>The one rule: what API Gateway sends can be seen; consumers are not modelled. Follows <a
 * href="https://docs.aws.amazon.com/kinesis/latest/APIReference/">the API reference</a>.
 */
@NullMarked
package dev.sluice.engine.backend.stream;

import org.jspecify.annotations.NullMarked;
