/**
 * SQS: messages that wait, are received, become visible again and end in a dead-letter queue, and the function that an
 * event source mapping drains a queue with.
 *
 * <p>The one rule: a queue changes only when it is asked; {@link dev.sluice.engine.backend.queue.MessageStore} first
 * brings itself to the instant of the question. Follows <a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/">the SQS API reference</a>.
 */
@NullMarked
package dev.sluice.engine.backend.queue;

import org.jspecify.annotations.NullMarked;
