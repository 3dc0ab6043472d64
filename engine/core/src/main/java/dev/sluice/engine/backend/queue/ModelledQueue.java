package dev.sluice.engine.backend.queue;

import dev.sluice.engine.backend.protocol.ServiceIds;
import dev.sluice.engine.definition.ServiceBackend.Queue;
import dev.sluice.engine.definition.ServiceBackend.QueueAttributes;
import dev.sluice.engine.definition.ServiceBackend.RedrivePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/** One queue: what SQS does with messages, told the time. Not safe for several threads. */
final class ModelledQueue {
    private static final long SECOND = 1_000_000_000L;

    /** What a queue says to whoever drains it: from when there may be something to receive. */
    private LongConsumer arrivals = nanos -> {};

    private Queue definition;
    private final MessageStore messages;
    private long lastPurgeNanos = Long.MIN_VALUE;
    private long sent;
    private long deleted;
    private long movedToDeadLetters;

    ModelledQueue(Queue definition) {
        this.definition = definition;
        messages = new MessageStore(definition.isFifo());
    }

    Queue definition() {
        return definition;
    }

    /** Messages stay; new attributes count from now on. */
    void configure(Queue changed) {
        definition = changed;
    }

    void onArrivals(LongConsumer listener) {
        arrivals = listener;
    }

    /** The messages at this instant. */
    MessageStore at(long nowNanos) {
        messages.settle(nowNanos, attributes().messageRetentionPeriod() * SECOND);
        return messages;
    }

    /**
     * Takes a message in. In a FIFO queue one that was sent in the last five minutes is not taken again, and answered
     * as it was then.
     *
     * @throws dev.sluice.engine.backend.protocol.ServiceException {@code OverLimit} if the queue is full
     */
    Message send(Message.Sent content, int delaySeconds, long nowNanos, SplittableRandom random) {
        MessageStore store = at(nowNanos);
        Optional<Message> before = content.fifo().flatMap(fifo -> store.sentLately(fifo.deduplicationId()));
        if (before.isPresent()) {
            return before.get();
        }
        var message = new Message(
                ServiceIds.uuid(random), content, nowNanos, store.nextSequence(), nowNanos + delaySeconds * SECOND);
        store.add(message);
        sent++;
        arrivals.accept(message.visibleNanos());
        return message;
    }

    /**
     * Receives up to {@code most} messages. Those that were received often enough go to the dead-letter queue instead.
     *
     * @param deadLetters the queue that the redrive policy names, if it exists
     */
    List<Message> receive(int most, int visibilityTimeout, long nowNanos, Optional<ModelledQueue> deadLetters) {
        MessageStore store = at(nowNanos);
        var taken = new ArrayList<Message>();
        while (taken.size() < most) {
            List<Message> next = store.next(most - taken.size());
            if (next.isEmpty()) {
                break;
            }
            for (Message message : next) {
                if (deadLetters.isPresent() && isDead(message)) {
                    store.remove(message);
                    movedToDeadLetters++;
                    deadLetters.get().bury(message, nowNanos);
                } else {
                    store.take(message, nowNanos + visibilityTimeout * SECOND);
                    taken.add(message);
                }
            }
            if (definition.isFifo()) {
                break; // what is still visible is of groups just taken
            }
        }
        if (visibilityTimeout == 0) {
            at(nowNanos);
        }
        return taken;
    }

    private boolean isDead(Message message) {
        return attributes()
                .redrivePolicy()
                .map(RedrivePolicy::maxReceiveCount)
                .map(most -> message.receives() >= most)
                .orElse(false);
    }

    /** A full dead-letter queue loses it: SQS would go on, and so does the queue it comes from. */
    private void bury(Message message, long nowNanos) {
        MessageStore store = at(nowNanos);
        if (store.visibleCount() + store.delayedCount() + store.inFlightCount() < MessageStore.MOST_MESSAGES
                && store.bytes() + message.size() <= MessageStore.MOST_BYTES) {
            store.add(message.movedTo(store.nextSequence(), nowNanos));
            arrivals.accept(nowNanos);
        }
    }

    /** Deletes what this handle received, if that is still its last receive. */
    void delete(String receiptHandle, long nowNanos) {
        MessageStore store = at(nowNanos);
        store.received(receiptHandle).ifPresent(message -> {
            store.remove(message);
            deleted++;
        });
    }

    /** @return false if nothing in flight has this handle */
    boolean changeVisibility(String receiptHandle, int visibilityTimeout, long nowNanos) {
        MessageStore store = at(nowNanos);
        Optional<Message> message = store.received(receiptHandle).filter(Message::isInFlight);
        message.ifPresent(found -> {
            long visibleNanos = nowNanos + visibilityTimeout * SECOND;
            store.visibleFrom(found, visibleNanos);
            arrivals.accept(visibleNanos);
        });
        return message.isPresent();
    }

    /** @return false if the last purge was less than 60 seconds ago, as SQS allows it */
    boolean purge(long nowNanos) {
        if (lastPurgeNanos != Long.MIN_VALUE && nowNanos - lastPurgeNanos < 60 * SECOND) {
            return false;
        }
        lastPurgeNanos = nowNanos;
        at(nowNanos).purge();
        return true;
    }

    private QueueAttributes attributes() {
        return definition.attributes();
    }

    long sent() {
        return sent;
    }

    long deleted() {
        return deleted;
    }

    long movedToDeadLetters() {
        return movedToDeadLetters;
    }
}
