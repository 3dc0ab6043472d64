package dev.sluice.engine.backend.queue;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ServiceException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message attribute.
 *
 * @param dataType {@code String}, {@code Number} or {@code Binary}, perhaps with {@code .label}
 * @param text the value; base64 if binary
 */
record MessageAttribute(String dataType, String text) {
    /** Attributes that a message may have. */
    private static final int MOST = 10;

    /** By name, in the order of names. @throws ServiceException if one is wrong */
    static Map<String, MessageAttribute> read(JsonNode attributes) {
        var all = new TreeMap<String, MessageAttribute>();
        for (var member : attributes.properties()) {
            all.put(member.getKey(), read(member.getKey(), member.getValue()));
        }
        if (all.size() > MOST) {
            throw invalid(
                    "Number of message attributes [" + all.size() + "] exceeds the allowed maximum [" + MOST + "].");
        }
        return all;
    }

    private static MessageAttribute read(String name, JsonNode value) {
        String type = Json.text(value, "DataType");
        if (name.isEmpty() || name.length() > 256) {
            throw invalid("The message attribute name must have 1 to 256 characters.");
        }
        if (!isKind(type, "String") && !isKind(type, "Number") && !isKind(type, "Binary")) {
            throw invalid("The message attribute '" + name + "' must contain non-empty message attribute value of a"
                    + " supported type: String, Number, Binary.");
        }
        String text = Json.text(value, isKind(type, "Binary") ? "BinaryValue" : "StringValue");
        if (text.isEmpty()) {
            throw invalid("The message attribute '" + name + "' must contain non-empty message attribute value for"
                    + " message attribute type '" + type + "'.");
        }
        var attribute = new MessageAttribute(type, text);
        attribute.bytes();
        return attribute;
    }

    private static boolean isKind(String type, String kind) {
        return type.equals(kind) || type.startsWith(kind + ".");
    }

    private static ServiceException invalid(String message) {
        return ServiceException.of("InvalidParameterValue", message);
    }

    private boolean isBinary() {
        return isKind(dataType, "Binary");
    }

    private byte[] bytes() {
        try {
            return isBinary() ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid("The binary value of a message attribute is no base64.");
        }
    }

    /** As JSON, under the names that ReceiveMessage has. */
    ObjectNode json() {
        return Json.object()
                .put(isBinary() ? "BinaryValue" : "StringValue", text)
                .put("DataType", dataType);
    }

    /** As JSON, under the names that a function's event has. */
    ObjectNode eventJson() {
        return Json.object()
                .put(isBinary() ? "binaryValue" : "stringValue", text)
                .put("dataType", dataType);
    }

    /** Bytes that count for the size of the message. */
    static int size(Map<String, MessageAttribute> attributes) {
        int size = 0;
        for (var attribute : attributes.entrySet()) {
            size += attribute.getKey().getBytes(StandardCharsets.UTF_8).length
                    + attribute.getValue().dataType.length()
                    + attribute.getValue().bytes().length;
        }
        return size;
    }

    /**
     * SQS's digest of attributes: over their names in order, each with length, type with length, a byte for the kind of
     * value, and the value with length. Lengths are four bytes, the highest first.
     *
     * @param attributes at least one, in the order of their names
     */
    static String md5(Map<String, MessageAttribute> attributes) {
        var digest = Digests.md5();
        for (var entry : attributes.entrySet()) {
            MessageAttribute attribute = entry.getValue();
            update(digest, entry.getKey().getBytes(StandardCharsets.UTF_8));
            update(digest, attribute.dataType.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) (attribute.isBinary() ? 2 : 1));
            update(digest, attribute.bytes());
        }
        return Digests.hex(digest);
    }

    private static void update(java.security.MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
