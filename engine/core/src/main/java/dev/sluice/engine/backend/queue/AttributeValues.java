package dev.sluice.engine.backend.queue;

import dev.sluice.engine.backend.protocol.Input;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.definition.ServiceBackend.QueueAttributes;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** GetQueueAttributes: settings and approximate counts, which are exact here. */
final class AttributeValues {
    private final QueueService queues;

    AttributeValues(QueueService queues) {
        this.queues = queues;
    }

    ObjectNode of(ModelledQueue queue, Input input, long nowNanos) {
        List<String> names = input.texts("AttributeNames");
        ObjectNode all = all(queue, nowNanos);
        ObjectNode wanted = names.contains("All") ? all : all.retain(names);
        ObjectNode output = Json.object();
        if (!wanted.isEmpty()) {
            output.set("Attributes", wanted);
        }
        return output;
    }

    private ObjectNode all(ModelledQueue queue, long nowNanos) {
        QueueAttributes attributes = queue.definition().attributes();
        MessageStore store = queue.at(nowNanos);
        ObjectNode all = Json.object();
        put(all, "ApproximateNumberOfMessages", store.visibleCount());
        put(all, "ApproximateNumberOfMessagesDelayed", store.delayedCount());
        put(all, "ApproximateNumberOfMessagesNotVisible", store.inFlightCount());
        put(all, "DelaySeconds", attributes.delaySeconds());
        put(all, "MaximumMessageSize", attributes.maximumMessageSize());
        put(all, "MessageRetentionPeriod", attributes.messageRetentionPeriod());
        all.put("QueueArn", queues.arn(queue));
        put(all, "ReceiveMessageWaitTimeSeconds", attributes.receiveMessageWaitTimeSeconds());
        put(all, "VisibilityTimeout", attributes.visibilityTimeout());
        attributes
                .redrivePolicy()
                .ifPresent(policy -> all.put(
                        "RedrivePolicy",
                        Json.write(Json.object()
                                .put("deadLetterTargetArn", policy.deadLetterTargetArn())
                                .put("maxReceiveCount", policy.maxReceiveCount()))));
        if (queue.definition().isFifo()) {
            all.put("FifoQueue", "true");
            all.put("ContentBasedDeduplication", Boolean.toString(attributes.contentBasedDeduplication()));
        }
        return all;
    }

    private static void put(ObjectNode all, String name, int value) {
        all.put(name, Integer.toString(value));
    }
}
