package dev.sluice.engine.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource of an AWS service that stands beside the gateway and that the workbench models. Whoever names one by its
 * ARN or URL means the last part of it; account and region are not compared.
 */
public sealed interface ServiceBackend extends Backend {
    /** How long its service takes to answer a request. */
    Latency latency();

    /**
     * An SQS queue; FIFO if its name ends in {@code .fifo}.
     *
     * @param eventSourceMapping the function that drains it, if there is one
     */
    record Queue(
            String name, QueueAttributes attributes, Optional<EventSourceMapping> eventSourceMapping, Latency latency)
            implements ServiceBackend {
        /** What the name of a FIFO queue ends in. */
        public static final String FIFO = ".fifo";

        /** A queue as CreateQueue makes it without attributes. */
        public static Queue named(String name) {
            return new Queue(name, QueueAttributes.DEFAULT, Optional.empty(), Latency.NONE);
        }

        public boolean isFifo() {
            return name.endsWith(FIFO);
        }
    }

    /**
     * Attributes under SQS's own names. Times in seconds.
     *
     * @param delaySeconds 0 to 900
     * @param maximumMessageSize bytes, 1,024 to 1,048,576
     * @param messageRetentionPeriod 60 to 1,209,600
     * @param receiveMessageWaitTimeSeconds 0 to 20
     * @param visibilityTimeout 0 to 43,200
     * @param contentBasedDeduplication FIFO only: the body's SHA-256 is the deduplication id of a message without one
     */
    record QueueAttributes(
            int delaySeconds,
            int maximumMessageSize,
            int messageRetentionPeriod,
            int receiveMessageWaitTimeSeconds,
            int visibilityTimeout,
            boolean contentBasedDeduplication,
            Optional<RedrivePolicy> redrivePolicy) {
        public static final QueueAttributes DEFAULT =
                new QueueAttributes(0, 1_048_576, 345_600, 0, 30, false, Optional.empty());
    }

    /** @param maxReceiveCount a message that was received this often goes to the other queue instead, 1 to 1,000 */
    record RedrivePolicy(String deadLetterTargetArn, int maxReceiveCount) {}

    /**
     * A function that is invoked with batches of a queue's messages.
     *
     * @param batchSize messages an invocation, 1 to 10
     * @param maximumConcurrency invocations at once, 1 to 1,000
     * @param reportBatchItemFailures the function's answer names the messages that failed; else a batch fails as a
     *     whole
     */
    record EventSourceMapping(
            String functionName,
            int batchSize,
            int maximumConcurrency,
            boolean enabled,
            boolean reportBatchItemFailures) {}

    /**
     * A Step Functions state machine.
     *
     * @param definition JSON text in Amazon States Language; one that cannot be read has no state machine
     */
    record StateMachine(String name, StateMachineType type, String definition, Latency latency)
            implements ServiceBackend {}

    /** The kinds of state machines. */
    enum StateMachineType {
        STANDARD,
        EXPRESS
    }

    /** An EventBridge bus; the one named {@code default} takes events that name none. */
    record EventBus(String name, List<Rule> rules, Latency latency) implements ServiceBackend {
        public EventBus {
            rules = List.copyOf(rules);
        }
    }

    /** @param eventPattern JSON text; one that cannot be read matches nothing */
    record Rule(String name, boolean enabled, String eventPattern, List<RuleTarget> targets) {
        public Rule {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Where a matched event goes.
     *
     * @param arn a queue, a state machine, a function or another bus
     * @param input constant JSON text to send instead of the event
     * @param inputPath JSONPath of the part of the event to send
     * @param deadLetterArn the queue for events that cannot be delivered
     */
    record RuleTarget(
            String id, String arn, Optional<String> input, Optional<String> inputPath, Optional<String> deadLetterArn) {
        /** A target that gets the whole event. */
        public static RuleTarget of(String id, String arn) {
            return new RuleTarget(id, arn, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** A Kinesis data stream. @param shardCount 1 to 1,000; each has an even part of the hash keys */
    record Stream(String name, int shardCount, Latency latency) implements ServiceBackend {}

    /**
     * A DynamoDB table.
     *
     * @param items JSON text of the items it starts with, with DynamoDB's type names
     */
    record Table(
            String name, KeyAttribute partitionKey, Optional<KeyAttribute> sortKey, List<String> items, Latency latency)
            implements ServiceBackend {
        public Table {
            items = List.copyOf(items);
        }
    }

    /** @param attributeType {@code S}, {@code N} or {@code B} */
    record KeyAttribute(String attributeName, String attributeType) {}

    /**
     * Any other service: it keeps what it was sent and gives fixed answers.
     *
     * @param service as in an integration's URI: {@code sns}, {@code s3}
     * @param answers by operation; {@code *} for all others
     */
    record RecordingService(String name, String service, Map<String, HttpAnswer> answers) implements ServiceBackend {
        public RecordingService {
            answers = Ordered.copyOf(answers);
        }

        /** That of the answer counts. */
        @Override
        public Latency latency() {
            return Latency.NONE;
        }
    }
}
