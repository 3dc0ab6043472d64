package dev.sluice.engine.backend.queue;

import dev.sluice.engine.backend.protocol.ServiceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The messages of one queue: visible, delayed, or in flight. Every question brings it to its instant first: delays and
 * visibility timeouts end, what is too old goes. Not safe for several threads.
 */
final class MessageStore {
    /** Messages in flight that SQS allows. */
    static final int MOST_IN_FLIGHT = 120_000;

    /** What one queue holds at most: SQS has no such limit, this process's memory has. */
    static final int MOST_MESSAGES = 100_000;

    static final long MOST_BYTES = 64L * 1024 * 1024;

    /** How far a FIFO queue looks for a message whose group is free, as SQS does. */
    private static final int FIFO_LOOKS_AT = 20_000;

    private static final long DEDUPLICATION_NANOS = 300_000_000_000L;
    private static final Comparator<Message> BY_SEQUENCE = Comparator.comparingLong(Message::sequence);

    private final boolean fifo;
    private final TreeSet<Message> visible;
    private final TreeSet<Message> waiting =
            new TreeSet<>(Comparator.comparingLong(Message::visibleNanos).thenComparing(BY_SEQUENCE));
    private final TreeSet<Message> bySentTime =
            new TreeSet<>(Comparator.comparingLong(Message::sentNanos).thenComparing(BY_SEQUENCE));
    private final Map<String, Message> byId = new HashMap<>();
    private final Map<String, Integer> inFlightOfGroup = new HashMap<>();
    private final LinkedHashMap<String, Message> sentLately = new LinkedHashMap<>();
    private long bytes;
    private int inFlight;
    private long sequence;
    private long expired;
    private long nowNanos = Long.MIN_VALUE;

    MessageStore(boolean fifo) {
        this.fifo = fifo;
        visible = new TreeSet<>(
                fifo
                        ? BY_SEQUENCE
                        : Comparator.comparingLong(Message::visibleNanos).thenComparing(BY_SEQUENCE));
    }

    /** Brings the queue to this instant. */
    void settle(long toNanos, long retentionNanos) {
        nowNanos = Math.max(nowNanos, toNanos);
        while (!waiting.isEmpty() && waiting.first().visibleNanos() <= nowNanos) {
            Message back = waiting.pollFirst();
            landed(back);
            visible.add(back);
        }
        while (!bySentTime.isEmpty() && bySentTime.first().sentNanos() <= nowNanos - retentionNanos) {
            remove(bySentTime.first());
            expired++;
        }
        var oldest = sentLately.values().iterator();
        while (oldest.hasNext() && oldest.next().sentNanos() <= nowNanos - DEDUPLICATION_NANOS) {
            oldest.remove();
        }
    }

    private void landed(Message message) {
        if (message.isInFlight()) {
            message.backAgain();
            inFlight--;
            message.group()
                    .ifPresent(group -> inFlightOfGroup.computeIfPresent(group, (g, n) -> n == 1 ? null : n - 1));
        }
    }

    long nextSequence() {
        return ++sequence;
    }

    /** The message of the last five minutes with this deduplication id. */
    Optional<Message> sentLately(String deduplicationId) {
        return Optional.ofNullable(sentLately.get(deduplicationId));
    }

    /** @throws ServiceException {@code OverLimit} if the queue is full */
    void add(Message message) {
        if (byId.size() >= MOST_MESSAGES || bytes + message.size() > MOST_BYTES) {
            throw overLimit("The queue holds " + byId.size() + " messages with " + bytes
                    + " bytes, the most that is modelled. Receive and delete some, or purge it.");
        }
        byId.put(message.id(), message);
        bySentTime.add(message);
        bytes += message.size();
        (message.visibleNanos() <= nowNanos ? visible : waiting).add(message);
        if (fifo) {
            message.sent().fifo().ifPresent(id -> sentLately.put(id.deduplicationId(), message));
            if (sentLately.size() > MOST_MESSAGES) {
                sentLately.remove(sentLately.keySet().iterator().next());
            }
        }
    }

    /** The next messages, not yet taken: up to {@code most}, of groups of which nothing is in flight. */
    List<Message> next(int most) {
        var found = new ArrayList<Message>();
        int looked = 0;
        for (Message message : visible) {
            if (found.size() >= most || looked++ >= FIFO_LOOKS_AT) {
                break;
            }
            if (!message.group().map(inFlightOfGroup::containsKey).orElse(false)) {
                found.add(message);
            }
        }
        return found;
    }

    /** Takes a visible message until the instant at which it becomes visible again. */
    void take(Message message, long visibleAgainNanos) {
        if (inFlight >= MOST_IN_FLIGHT) {
            throw overLimit("Too many messages in flight: " + inFlight + ".");
        }
        visible.remove(message);
        message.received(nowNanos, visibleAgainNanos);
        inFlight++;
        message.group().ifPresent(group -> inFlightOfGroup.merge(group, 1, Integer::sum));
        waiting.add(message);
    }

    /** The message that this receipt handle received last, if it is still there and still in flight. */
    Optional<Message> received(String receiptHandle) {
        int cut = receiptHandle.lastIndexOf('#');
        return cut < 0
                ? Optional.empty()
                : Optional.ofNullable(byId.get(receiptHandle.substring(0, cut)))
                        .filter(message -> message.receiptHandle().equals(receiptHandle));
    }

    /** Changes when a message in flight becomes visible again. */
    void visibleFrom(Message message, long nanos) {
        waiting.remove(message);
        message.visibleFrom(nanos);
        waiting.add(message);
        settle(nowNanos, Long.MAX_VALUE);
    }

    void remove(Message message) {
        visible.remove(message);
        waiting.remove(message);
        landed(message);
        bySentTime.remove(message);
        byId.remove(message.id());
        bytes -= message.size();
    }

    void purge() {
        Set<Message> all = new HashSet<>(byId.values());
        all.forEach(this::remove);
    }

    /** When the next delayed or received message becomes visible; {@link Long#MAX_VALUE} if none will. */
    long nextVisibleNanos() {
        return waiting.isEmpty() ? Long.MAX_VALUE : waiting.first().visibleNanos();
    }

    int visibleCount() {
        return visible.size();
    }

    int inFlightCount() {
        return inFlight;
    }

    int delayedCount() {
        return waiting.size() - inFlight;
    }

    long bytes() {
        return bytes;
    }

    /** Messages that went because they were too old. */
    long expired() {
        return expired;
    }

    /** The messages, oldest first. */
    Iterable<Message> all() {
        return bySentTime;
    }

    private static ServiceException overLimit(String message) {
        return new ServiceException("OverLimit", "OverLimit", 403, message);
    }
}
