package dev.sluice.engine.backend.queue;

import dev.sluice.engine.backend.protocol.Input;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ResourceName;
import dev.sluice.engine.backend.protocol.Result;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.ServiceModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** SQS's operations with the members of its JSON protocol. */
public final class SqsOperations implements ServiceModel {
    /** Entries of one batch. */
    private static final int MOST_ENTRIES = 10;

    private static final int MOST_VISIBILITY = 43_200;

    private final QueueService queues;
    private final SendMessages sending;
    private final ReceiveMessages receiving;
    private final AttributeValues attributes;

    public SqsOperations(QueueService queues) {
        this.queues = queues;
        sending = new SendMessages();
        receiving = new ReceiveMessages(queues);
        attributes = new AttributeValues(queues);
    }

    @Override
    public String resource(ObjectNode input) {
        String url = Json.text(input, "QueueUrl");
        return url.isEmpty() ? Json.text(input, "QueueName") : ResourceName.of(url);
    }

    @Override
    public Result perform(String operation, ObjectNode members, long nowNanos, SplittableRandom random) {
        var input = new Input(members, "InvalidParameterValue", "MissingParameter");
        return switch (operation) {
            case "GetQueueUrl" -> getQueueUrl(input);
            case "ListQueues" -> Result.atOnce(list(input));
            case "SendMessage",
                    "SendMessageBatch",
                    "ReceiveMessage",
                    "DeleteMessage",
                    "DeleteMessageBatch",
                    "ChangeMessageVisibility",
                    "GetQueueAttributes",
                    "PurgeQueue" -> {
                ModelledQueue queue = queues.queue(input.requiredText("QueueUrl"));
                long latencyNanos = dev.sluice.engine.backend.LatencyModel.sampleNanos(
                        queue.definition().latency(), random.nextLong());
                yield onQueue(operation, queue, input, nowNanos, random).after(latencyNanos);
            }
            default -> throw ServiceModel.unknown(operation);
        };
    }

    private Result onQueue(String operation, ModelledQueue queue, Input input, long nowNanos, SplittableRandom random) {
        return switch (operation) {
            case "SendMessage" -> Result.atOnce(sending.send(queue, input, nowNanos, random));
            case "SendMessageBatch" ->
                batch(input, (entry, answer) -> answer.setAll(sending.send(queue, entry, nowNanos, random)));
            case "ReceiveMessage" -> receiving.receive(queue, input, nowNanos);
            case "DeleteMessage" -> {
                delete(queue, input, nowNanos);
                yield Result.atOnce(Json.object());
            }
            case "DeleteMessageBatch" -> batch(input, (entry, answer) -> delete(queue, entry, nowNanos));
            case "ChangeMessageVisibility" -> {
                changeVisibility(queue, input, nowNanos);
                yield Result.atOnce(Json.object());
            }
            case "GetQueueAttributes" -> Result.atOnce(attributes.of(queue, input, nowNanos));
            default -> {
                purge(queue, nowNanos);
                yield Result.atOnce(Json.object());
            }
        };
    }

    private Result getQueueUrl(Input input) {
        ModelledQueue queue = queues.queue(input.requiredText("QueueName"));
        return Result.atOnce(Json.object().put("QueueUrl", queues.url(queue)));
    }

    private ObjectNode list(Input input) {
        List<String> urls = queues.urls(input.text("QueueNamePrefix").orElse(""));
        ObjectNode output = Json.object();
        if (!urls.isEmpty()) {
            urls.forEach(output.putArray("QueueUrls")::add);
        }
        return output;
    }

    private static void delete(ModelledQueue queue, Input input, long nowNanos) {
        String handle = input.requiredText("ReceiptHandle");
        if (handle.indexOf('#') < 0) {
            throw invalidHandle(handle);
        }
        queue.delete(handle, nowNanos);
    }

    private static ServiceException invalidHandle(String handle) {
        return new ServiceException(
                "ReceiptHandleIsInvalid",
                "ReceiptHandleIsInvalid",
                404,
                "The input receipt handle \"" + (handle.length() > 100 ? handle.substring(0, 100) : handle)
                        + "\" is not a valid receipt handle.");
    }

    private static void changeVisibility(ModelledQueue queue, Input input, long nowNanos) {
        String handle = input.requiredText("ReceiptHandle");
        input.requiredText("VisibilityTimeout");
        int timeout = input.whole("VisibilityTimeout", 0, MOST_VISIBILITY).orElse(0);
        if (handle.indexOf('#') < 0) {
            throw invalidHandle(handle);
        }
        if (!queue.changeVisibility(handle, timeout, nowNanos)) {
            throw new ServiceException(
                    "MessageNotInflight",
                    "AWS.SimpleQueueService.MessageNotInflight",
                    400,
                    "The message referred to isn't in flight.");
        }
    }

    private static void purge(ModelledQueue queue, long nowNanos) {
        if (!queue.purge(nowNanos)) {
            throw new ServiceException(
                    "PurgeQueueInProgress",
                    "AWS.SimpleQueueService.PurgeQueueInProgress",
                    403,
                    "Only one PurgeQueue operation on " + queue.definition().name() + " is allowed every 60 seconds.");
        }
    }

    /** One entry of a batch: adds to the answer or throws. */
    @FunctionalInterface
    private interface Entry {
        void perform(Input entry, ObjectNode answer);
    }

    private static Result batch(Input input, Entry action) {
        List<Input> entries = input.objects("Entries");
        checkBatch(entries);
        var successful = Json.array();
        var failed = Json.array();
        for (Input entry : entries) {
            ObjectNode answer = Json.object().put("Id", entry.requiredText("Id"));
            try {
                action.perform(entry, answer);
                successful.add(answer);
            } catch (ServiceException refused) {
                failed.add(answer.put("SenderFault", refused.status() < 500)
                        .put("Code", refused.queryCode())
                        .put("Message", refused.reason()));
            }
        }
        ObjectNode output = Json.object();
        output.set("Successful", successful);
        output.set("Failed", failed);
        return Result.atOnce(output);
    }

    private static void checkBatch(List<Input> entries) {
        if (entries.isEmpty()) {
            throw batchError("EmptyBatchRequest", "There should be at least one entry in the request.");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw batchError(
                    "TooManyEntriesInBatchRequest",
                    "Maximum number of entries per request are " + MOST_ENTRIES + ". You have sent " + entries.size()
                            + ".");
        }
        Set<String> ids = new HashSet<>();
        Consumer<String> distinct = id -> {
            if (!ids.add(id)) {
                throw batchError("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
            }
        };
        entries.stream().map(entry -> entry.requiredText("Id")).forEach(distinct);
    }

    private static ServiceException batchError(String code, String message) {
        return new ServiceException(code, "AWS.SimpleQueueService." + code, 400, message);
    }
}
