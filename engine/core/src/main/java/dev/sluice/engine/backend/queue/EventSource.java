package dev.sluice.engine.backend.queue;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.neighbour.InvokeResult;
import dev.sluice.engine.backend.neighbour.Neighbours;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.definition.ServiceBackend.EventSourceMapping;
import dev.sluice.engine.http.Body;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * The poller that Lambda runs for an event source mapping: invokes the function with batches of messages and deletes
 * those of a batch that succeeded; those of one that failed become visible again when their timeout ends. It polls when
 * there can be something, not all the time, so an empty queue costs nothing.
 */
final class EventSource {
    private final ModelledQueue queue;
    private final QueueService service;
    private final Neighbours neighbours;
    private long wakeNanos = Long.MAX_VALUE;
    private int running;
    private long invocations;
    private long failures;

    EventSource(ModelledQueue queue, QueueService service, Neighbours neighbours) {
        this.queue = queue;
        this.service = service;
        this.neighbours = neighbours;
    }

    /** Notes that there may be messages from this instant on. */
    void wakeAt(long nanos) {
        if (mapping().isPresent() && nanos < wakeNanos) {
            wakeNanos = nanos;
            neighbours.agenda().at(nanos, this::wake);
        }
    }

    private Optional<EventSourceMapping> mapping() {
        return queue.definition().eventSourceMapping().filter(EventSourceMapping::enabled);
    }

    private void wake(long nowNanos) {
        if (nowNanos >= wakeNanos) {
            wakeNanos = Long.MAX_VALUE;
        }
        mapping().ifPresent(mapping -> poll(mapping, nowNanos));
    }

    private void poll(EventSourceMapping mapping, long nowNanos) {
        while (running < mapping.maximumConcurrency()) {
            List<Message> batch = service.receive(queue, mapping.batchSize(), nowNanos);
            if (batch.isEmpty()) {
                break;
            }
            invoke(mapping, batch, nowNanos);
        }
        long next = queue.at(nowNanos).nextVisibleNanos();
        if (next != Long.MAX_VALUE) {
            wakeAt(next);
        }
    }

    private void invoke(EventSourceMapping mapping, List<Message> batch, long nowNanos) {
        Message first = batch.getFirst();
        var random = new SplittableRandom(first.id().hashCode() * 31L + first.receives());
        Call.Timed timed = neighbours.invoke(
                "queue " + queue.definition().name(), mapping.functionName(), event(batch), nowNanos, random);
        List<String> handles = batch.stream().map(Message::receiptHandle).toList();
        List<String> ids = batch.stream().map(Message::id).toList();
        running++;
        invocations++;
        neighbours.agenda().at(nowNanos + timed.latencyNanos(), doneNanos -> {
            running--;
            Set<String> failed = failedIds(mapping, InvokeResult.of(timed.outcome()), ids);
            failures += failed.isEmpty() ? 0 : 1;
            for (int i = 0; i < ids.size(); i++) {
                if (!failed.contains(ids.get(i))) {
                    queue.delete(handles.get(i), doneNanos);
                }
            }
            wakeAt(doneNanos);
        });
    }

    /** Ids of the messages that stay in the queue. */
    private static Set<String> failedIds(EventSourceMapping mapping, InvokeResult answer, List<String> ids) {
        return switch (answer) {
            case InvokeResult.Failed failed -> Set.copyOf(ids);
            case InvokeResult.Returned(String payload) ->
                mapping.reportBatchItemFailures() ? reported(payload, ids) : Set.of();
        };
    }

    /**
     * An item without an identifier, or with one that is not of the batch, fails the batch as a whole, as Lambda has
     * it.
     */
    private static Set<String> reported(String payload, List<String> ids) {
        JsonNode items = Json.read(payload).orElseGet(Json::object).path("batchItemFailures");
        var failed = new HashSet<String>();
        for (JsonNode item : items) {
            String id = Json.text(item, "itemIdentifier");
            if (!ids.contains(id)) {
                return Set.copyOf(ids);
            }
            failed.add(id);
        }
        return failed;
    }

    private Body event(List<Message> batch) {
        var event = Json.object();
        var records = event.putArray("Records");
        for (Message message : batch) {
            var record = records.addObject()
                    .put("messageId", message.id())
                    .put("receiptHandle", message.receiptHandle())
                    .put("body", message.sent().body());
            record.set(
                    "attributes", message.systemAttributes(neighbours.account().accountId()));
            var attributes = record.putObject("messageAttributes");
            message.sent().attributes().forEach((name, attribute) -> attributes.set(name, attribute.eventJson()));
            record.put("md5OfBody", Digests.md5(message.sent().body()))
                    .put("eventSource", "aws:sqs")
                    .put("eventSourceARN", service.arn(queue))
                    .put("awsRegion", neighbours.account().region());
        }
        return Body.utf8(Json.write(event));
    }

    int running() {
        return running;
    }

    long invocations() {
        return invocations;
    }

    long failures() {
        return failures;
    }
}
