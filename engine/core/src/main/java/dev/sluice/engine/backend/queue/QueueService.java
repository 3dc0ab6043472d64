package dev.sluice.engine.backend.queue;

import dev.sluice.engine.backend.neighbour.Neighbours;
import dev.sluice.engine.backend.protocol.ResourceName;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.definition.ServiceBackend.Queue;
import dev.sluice.engine.definition.ServiceBackend.RedrivePolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All queues of the account, each with the poller of its event source mapping. Not safe for several threads. */
public final class QueueService {
    private record Entry(ModelledQueue queue, EventSource source) {}

    private final Neighbours neighbours;
    private final Map<String, Entry> queues = new LinkedHashMap<>();

    public QueueService(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Replaces the queues; one whose name stays keeps its messages. */
    public void configure(List<Queue> definitions, long nowNanos) {
        queues.keySet().retainAll(definitions.stream().map(Queue::name).toList());
        for (Queue definition : definitions) {
            Entry entry = queues.computeIfAbsent(definition.name(), name -> entry(definition));
            entry.queue().configure(definition);
            entry.source().wakeAt(nowNanos);
        }
    }

    private Entry entry(Queue definition) {
        var queue = new ModelledQueue(definition);
        var source = new EventSource(queue, this, neighbours);
        queue.onArrivals(source::wakeAt);
        return new Entry(queue, source);
    }

    /**
     * The queue that a URL, ARN or name means.
     *
     * @throws ServiceException if there is none
     */
    ModelledQueue queue(String urlOrName) {
        Entry entry = queues.get(ResourceName.of(urlOrName));
        if (entry == null) {
            throw new ServiceException(
                    "QueueDoesNotExist",
                    "AWS.SimpleQueueService.NonExistentQueue",
                    400,
                    "The specified queue does not exist.");
        }
        return entry.queue();
    }

    /** Receives with the queue's own visibility timeout. */
    List<Message> receive(ModelledQueue queue, int most, long nowNanos) {
        return receive(queue, most, queue.definition().attributes().visibilityTimeout(), nowNanos);
    }

    List<Message> receive(ModelledQueue queue, int most, int visibilityTimeout, long nowNanos) {
        List<Message> messages = queue.receive(most, visibilityTimeout, nowNanos, deadLetterQueue(queue));
        if (!messages.isEmpty()) {
            long visibleAgain = messages.getFirst().visibleNanos();
            Entry entry = queues.get(queue.definition().name());
            if (entry != null) {
                entry.source().wakeAt(visibleAgain);
            }
        }
        return messages;
    }

    private Optional<ModelledQueue> deadLetterQueue(ModelledQueue queue) {
        return queue.definition()
                .attributes()
                .redrivePolicy()
                .map(RedrivePolicy::deadLetterTargetArn)
                .map(arn -> queues.get(ResourceName.of(arn)))
                .map(Entry::queue)
                .filter(target -> target != queue);
    }

    String arn(ModelledQueue queue) {
        var account = neighbours.account();
        return "arn:aws:sqs:" + account.region() + ":" + account.accountId() + ":"
                + queue.definition().name();
    }

    String url(ModelledQueue queue) {
        var account = neighbours.account();
        return "https://sqs." + account.region() + ".amazonaws.com/" + account.accountId() + "/"
                + queue.definition().name();
    }

    /** Who sends: the account. */
    String senderId() {
        return neighbours.account().accountId();
    }

    List<String> urls(String prefix) {
        return queues.values().stream()
                .map(Entry::queue)
                .filter(queue -> queue.definition().name().startsWith(prefix))
                .map(this::url)
                .toList();
    }

    /** Every queue at this instant, in the workspace's order. */
    public List<QueueReading> read(long nowNanos) {
        return queues.values().stream().map(entry -> read(entry, nowNanos)).toList();
    }

    private QueueReading read(Entry entry, long nowNanos) {
        ModelledQueue queue = entry.queue();
        MessageStore store = queue.at(nowNanos);
        return new QueueReading(
                queue.definition().name(),
                store.visibleCount(),
                store.inFlightCount(),
                store.delayedCount(),
                store.bytes(),
                queue.sent(),
                queue.deleted(),
                store.expired(),
                queue.movedToDeadLetters(),
                queue.definition()
                        .eventSourceMapping()
                        .map(mapping -> new QueueReading.Worker(
                                mapping.functionName(),
                                entry.source().running(),
                                entry.source().invocations(),
                                entry.source().failures())));
    }

    /** The oldest messages of a queue, without receiving them; none if there is no such queue. */
    public List<WaitingMessage> peek(String name, int most, long nowNanos) {
        Entry entry = queues.get(name);
        if (entry == null) {
            return List.of();
        }
        var messages = new java.util.ArrayList<WaitingMessage>();
        for (Message message : entry.queue().at(nowNanos).all()) {
            if (messages.size() >= most) {
                break;
            }
            messages.add(WaitingMessage.of(message));
        }
        return messages;
    }
}
