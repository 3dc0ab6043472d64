package dev.sluice.engine.storage;

import dev.sluice.engine.backend.protocol.ResourceName;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.ServiceBackend.EventSourceMapping;
import dev.sluice.engine.definition.ServiceBackend.Queue;
import dev.sluice.engine.definition.ServiceBackend.QueueAttributes;
import dev.sluice.engine.definition.ServiceBackend.RedrivePolicy;
import java.util.Optional;

/** A queue, its attributes under SQS's names, and the event source mapping that drains it. */
final class QueueFile {
    private QueueFile() {}

    static void write(Queue queue, Node.Builder fields) {
        QueueAttributes own = queue.attributes();
        QueueAttributes usual = QueueAttributes.DEFAULT;
        var attributes = Mapping.builder();
        put(attributes, "DelaySeconds", own.delaySeconds(), usual.delaySeconds());
        put(attributes, "MaximumMessageSize", own.maximumMessageSize(), usual.maximumMessageSize());
        put(attributes, "MessageRetentionPeriod", own.messageRetentionPeriod(), usual.messageRetentionPeriod());
        put(
                attributes,
                "ReceiveMessageWaitTimeSeconds",
                own.receiveMessageWaitTimeSeconds(),
                usual.receiveMessageWaitTimeSeconds());
        put(attributes, "VisibilityTimeout", own.visibilityTimeout(), usual.visibilityTimeout());
        if (own.contentBasedDeduplication()) {
            attributes.put("ContentBasedDeduplication", true);
        }
        own.redrivePolicy()
                .ifPresent(policy -> attributes.put(
                        "RedrivePolicy",
                        Mapping.builder()
                                .put("deadLetterTargetArn", policy.deadLetterTargetArn())
                                .put("maxReceiveCount", policy.maxReceiveCount())
                                .build()));
        fields.putUnlessEmpty("attributes", attributes.build());
        queue.eventSourceMapping().ifPresent(mapping -> fields.put("eventSourceMapping", write(mapping)));
    }

    private static void put(Node.Builder attributes, String name, int value, int usual) {
        if (value != usual) {
            attributes.put(name, value);
        }
    }

    private static Mapping write(EventSourceMapping mapping) {
        return Mapping.builder()
                .put("FunctionName", mapping.functionName())
                .put("BatchSize", mapping.batchSize())
                .put("MaximumConcurrency", mapping.maximumConcurrency())
                .put("Enabled", mapping.enabled())
                .put("ReportBatchItemFailures", mapping.reportBatchItemFailures())
                .build();
    }

    static Queue read(String name, Fields fields, References references) {
        QueueAttributes attributes = attributes(fields.fields("attributes"), references);
        Optional<EventSourceMapping> mapping = fields.node("eventSourceMapping")
                .flatMap(node -> mapping(fields.fields("eventSourceMapping"), references));
        return new Queue(name, attributes, mapping, LatencyFields.read(fields));
    }

    private static QueueAttributes attributes(Fields fields, References references) {
        QueueAttributes usual = QueueAttributes.DEFAULT;
        var attributes = new QueueAttributes(
                whole(fields, "DelaySeconds", 0, 900, usual.delaySeconds()),
                whole(fields, "MaximumMessageSize", 1_024, 1_048_576, usual.maximumMessageSize()),
                whole(fields, "MessageRetentionPeriod", 60, 1_209_600, usual.messageRetentionPeriod()),
                whole(fields, "ReceiveMessageWaitTimeSeconds", 0, 20, usual.receiveMessageWaitTimeSeconds()),
                whole(fields, "VisibilityTimeout", 0, 43_200, usual.visibilityTimeout()),
                fields.flag("ContentBasedDeduplication").orElse(false),
                fields.node("RedrivePolicy").flatMap(node -> redrive(fields.fields("RedrivePolicy"), references)));
        fields.done();
        return attributes;
    }

    private static int whole(Fields fields, String name, int least, int most, int usual) {
        return fields.whole(name, least, most).map(Long::intValue).orElse(usual);
    }

    private static Optional<RedrivePolicy> redrive(Fields fields, References references) {
        Optional<String> arn = fields.requiredText("deadLetterTargetArn");
        int most = whole(fields, "maxReceiveCount", 1, 1_000, 10);
        fields.done();
        arn.ifPresent(
                text -> references.backend(fields, "deadLetterTargetArn", Queue.class, "queue", ResourceName.of(text)));
        return arn.map(text -> new RedrivePolicy(text, most));
    }

    private static Optional<EventSourceMapping> mapping(Fields fields, References references) {
        Optional<String> function = fields.requiredText("FunctionName");
        function.ifPresent(name -> references.function(fields, "FunctionName", name));
        int batchSize = whole(fields, "BatchSize", 1, 10, 10);
        int concurrency = whole(fields, "MaximumConcurrency", 1, 1_000, 5);
        boolean enabled = fields.flag("Enabled").orElse(true);
        boolean report = fields.flag("ReportBatchItemFailures").orElse(false);
        fields.done();
        return function.map(name -> new EventSourceMapping(name, batchSize, concurrency, enabled, report));
    }
}
