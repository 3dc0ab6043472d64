package dev.sluice.engine.backend.queue;

import dev.sluice.engine.backend.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One message in a queue. Its place and its receives change; the rest does not. */
final class Message {
    /** What a sender says. */
    record Sent(String body, Map<String, MessageAttribute> attributes, Optional<Fifo> fifo) {}

    /** What a FIFO queue orders and recognises a message by. */
    record Fifo(String groupId, String deduplicationId) {}

    private final String id;
    private final Sent sent;
    private final long sentNanos;
    private final long sequence;
    private final int size;
    private long visibleNanos;
    private long firstReceiveNanos;
    private int receives;
    private boolean inFlight;

    Message(String id, Sent sent, long sentNanos, long sequence, long visibleNanos) {
        this.id = id;
        this.sent = sent;
        this.sentNanos = sentNanos;
        this.sequence = sequence;
        this.visibleNanos = visibleNanos;
        this.size = sent.body().getBytes(StandardCharsets.UTF_8).length + MessageAttribute.size(sent.attributes());
    }

    /** This message at the end of another queue, with the receives that it has behind it. */
    Message movedTo(long newSequence, long nowNanos) {
        var moved = new Message(id, sent, sentNanos, newSequence, nowNanos);
        moved.receives = receives;
        moved.firstReceiveNanos = firstReceiveNanos;
        return moved;
    }

    String id() {
        return id;
    }

    Sent sent() {
        return sent;
    }

    long sentNanos() {
        return sentNanos;
    }

    /** Its number in its queue. */
    long sequence() {
        return sequence;
    }

    /** Bytes of body and attributes. */
    int size() {
        return size;
    }

    /** From when it can be received. */
    long visibleNanos() {
        return visibleNanos;
    }

    int receives() {
        return receives;
    }

    boolean isInFlight() {
        return inFlight;
    }

    Optional<String> group() {
        return sent.fifo().map(Fifo::groupId);
    }

    /** Valid until the next receive. */
    String receiptHandle() {
        return id + "#" + receives;
    }

    void received(long nowNanos, long visibleAgainNanos) {
        receives++;
        firstReceiveNanos = receives == 1 ? nowNanos : firstReceiveNanos;
        visibleNanos = visibleAgainNanos;
        inFlight = true;
    }

    void visibleFrom(long nanos) {
        visibleNanos = nanos;
    }

    void backAgain() {
        inFlight = false;
    }

    String sequenceNumber() {
        return String.format("%020d", sequence);
    }

    /** All system attributes under SQS's names; times in milliseconds. */
    ObjectNode systemAttributes(String senderId) {
        ObjectNode all = Json.object()
                .put("SenderId", senderId)
                .put("SentTimestamp", millis(sentNanos))
                .put("ApproximateReceiveCount", Integer.toString(receives))
                .put("ApproximateFirstReceiveTimestamp", millis(firstReceiveNanos));
        sent.fifo()
                .ifPresent(fifo -> all.put("MessageGroupId", fifo.groupId())
                        .put("MessageDeduplicationId", fifo.deduplicationId())
                        .put("SequenceNumber", sequenceNumber()));
        return all;
    }

    private static String millis(long nanos) {
        return Long.toString(nanos / 1_000_000);
    }
}
