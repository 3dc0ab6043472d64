package dev.sluice.engine.backend.queue;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message as it lies in its queue.
 *
 * @param sentNanos nanoseconds since 1970-01-01T00:00Z
 * @param visibleNanos from when it can be received
 * @param receives how often it was received
 * @param attributes text or base64 by name
 */
public record WaitingMessage(
        String messageId,
        String body,
        String md5OfBody,
        Map<String, Attribute> attributes,
        long sentNanos,
        long visibleNanos,
        int receives,
        boolean inFlight) {
    /** @param value text, or base64 if the type is binary */
    public record Attribute(String dataType, String value) {}

    static WaitingMessage of(Message message) {
        var attributes = new LinkedHashMap<String, Attribute>();
        message.sent()
                .attributes()
                .forEach((name, value) -> attributes.put(name, new Attribute(value.dataType(), value.text())));
        return new WaitingMessage(
                message.id(),
                message.sent().body(),
                Digests.md5(message.sent().body()),
                attributes,
                message.sentNanos(),
                message.visibleNanos(),
                message.receives(),
                message.isInFlight());
    }
}
