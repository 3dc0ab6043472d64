package dev.sluice.engine.backend.queue;

import dev.sluice.engine.backend.protocol.Input;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/** SendMessage, also as an entry of a batch. */
final class SendMessages {
    private static final int MOST_DELAY = 900;

    ObjectNode send(ModelledQueue queue, Input input, long nowNanos, SplittableRandom random) {
        String body = input.requiredText("MessageBody");
        Map<String, MessageAttribute> attributes =
                MessageAttribute.read(input.members().path("MessageAttributes"));
        int size = body.getBytes(StandardCharsets.UTF_8).length + MessageAttribute.size(attributes);
        int most = queue.definition().attributes().maximumMessageSize();
        if (size > most) {
            throw ServiceException.of(
                    "InvalidParameterValue",
                    "One or more parameters are invalid. Reason: Message must be shorter than " + most + " bytes.");
        }
        int delay = input.whole("DelaySeconds", 0, MOST_DELAY)
                .orElse(queue.definition().attributes().delaySeconds());
        var sent = new Message.Sent(body, attributes, fifo(queue, body, input));
        Message message = queue.send(sent, delay, nowNanos, random);
        return answer(message, body, attributes);
    }

    private static ObjectNode answer(Message message, String body, Map<String, MessageAttribute> attributes) {
        ObjectNode output = Json.object().put("MessageId", message.id()).put("MD5OfMessageBody", Digests.md5(body));
        if (!attributes.isEmpty()) {
            output.put("MD5OfMessageAttributes", MessageAttribute.md5(attributes));
        }
        if (message.group().isPresent()) {
            output.put("SequenceNumber", message.sequenceNumber());
        }
        return output;
    }

    private static Optional<Message.Fifo> fifo(ModelledQueue queue, String body, Input input) {
        if (!queue.definition().isFifo()) {
            return Optional.empty();
        }
        if (input.text("DelaySeconds").isPresent()) {
            throw ServiceException.of(
                    "InvalidParameterValue",
                    "Value " + input.text("DelaySeconds").orElse("")
                            + " for parameter DelaySeconds is invalid. Reason: The request include parameter that is"
                            + " not valid for this queue type.");
        }
        String group = input.requiredText("MessageGroupId");
        String deduplication = input.text("MessageDeduplicationId").orElseGet(() -> contentId(queue, body));
        return Optional.of(new Message.Fifo(group, deduplication));
    }

    private static String contentId(ModelledQueue queue, String body) {
        if (queue.definition().attributes().contentBasedDeduplication()) {
            return Digests.sha256(body);
        }
        throw ServiceException.of(
                "InvalidParameterValue",
                "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided"
                        + " explicitly");
    }
}
