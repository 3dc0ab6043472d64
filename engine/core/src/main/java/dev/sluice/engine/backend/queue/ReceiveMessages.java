package dev.sluice.engine.backend.queue;

import dev.sluice.engine.backend.protocol.Input;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.Result;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * ReceiveMessage. A model answers when it is asked, so a long poll sees the messages that are in the queue then: the
 * answer comes when the first of them becomes visible within the wait, else empty at its end. What is sent during the
 * wait is received by the next poll.
 */
final class ReceiveMessages {
    private static final long SECOND = 1_000_000_000L;
    private static final int MOST_VISIBILITY = 43_200;

    private final QueueService queues;

    ReceiveMessages(QueueService queues) {
        this.queues = queues;
    }

    Result receive(ModelledQueue queue, Input input, long nowNanos) {
        int most = input.whole("MaxNumberOfMessages", 1, 10).orElse(1);
        var attributes = queue.definition().attributes();
        int visibility = input.whole("VisibilityTimeout", 0, MOST_VISIBILITY).orElse(attributes.visibilityTimeout());
        int wait = input.whole("WaitTimeSeconds", 0, 20).orElse(attributes.receiveMessageWaitTimeSeconds());
        List<Message> messages = queues.receive(queue, most, visibility, nowNanos);
        long waitedNanos = 0;
        if (messages.isEmpty() && wait > 0) {
            long nextNanos = queue.at(nowNanos).nextVisibleNanos();
            boolean inTime = nextNanos <= nowNanos + wait * SECOND;
            waitedNanos = inTime ? nextNanos - nowNanos : wait * SECOND;
            messages = inTime ? queues.receive(queue, most, visibility, nextNanos) : List.of();
        }
        return new Result(answer(messages, input), waitedNanos);
    }

    private ObjectNode answer(List<Message> messages, Input input) {
        ObjectNode output = Json.object();
        if (!messages.isEmpty()) {
            var list = output.putArray("Messages");
            messages.forEach(message -> list.add(answer(message, input)));
        }
        return output;
    }

    private ObjectNode answer(Message message, Input input) {
        ObjectNode output = Json.object()
                .put("MessageId", message.id())
                .put("ReceiptHandle", message.receiptHandle())
                .put("MD5OfBody", Digests.md5(message.sent().body()))
                .put("Body", message.sent().body());
        ObjectNode system = systemAttributes(message, input);
        if (!system.isEmpty()) {
            output.set("Attributes", system);
        }
        Map<String, MessageAttribute> own = own(message, input.texts("MessageAttributeNames"));
        if (!own.isEmpty()) {
            output.put("MD5OfMessageAttributes", MessageAttribute.md5(own));
            ObjectNode attributes = output.putObject("MessageAttributes");
            own.forEach((name, attribute) -> attributes.set(name, attribute.json()));
        }
        return output;
    }

    private ObjectNode systemAttributes(Message message, Input input) {
        var names = new java.util.ArrayList<>(input.texts("AttributeNames"));
        names.addAll(input.texts("MessageSystemAttributeNames"));
        ObjectNode all = message.systemAttributes(queues.senderId());
        return names.contains("All") ? all : all.retain(names);
    }

    /** {@code All}, {@code .*}, names, or beginnings of names as {@code part.*}. */
    private static Map<String, MessageAttribute> own(Message message, List<String> names) {
        var own = new TreeMap<String, MessageAttribute>();
        message.sent().attributes().forEach((name, attribute) -> {
            if (names.stream().anyMatch(wanted -> wants(wanted, name))) {
                own.put(name, attribute);
            }
        });
        return own;
    }

    private static boolean wants(String wanted, String name) {
        return wanted.equals("All")
                || wanted.equals(name)
                || (wanted.endsWith(".*") && name.startsWith(wanted.substring(0, wanted.length() - 2)));
    }
}
