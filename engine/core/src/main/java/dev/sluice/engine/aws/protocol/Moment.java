package dev.sluice.engine.aws.protocol;

import dev.sluice.engine.backend.protocol.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/** A time in a structure: each protocol writes it in its own way. */
public final class Moment {
    /** The last time that fits into nanoseconds, in seconds since 1970. */
    private static final double LAST_SECOND = 9.2e9;

    private static final double NANOS_A_SECOND = 1e9;

    private Moment() {}

    /** @param nanos nanoseconds since 1970-01-01T00:00Z */
    public static JsonNode of(long nanos) {
        return JsonNodeFactory.instance.pojoNode(instant(nanos));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    /** The time, if the value is one. */
    static Optional<Instant> in(JsonNode value) {
        return value instanceof POJONode pojo && pojo.getPojo() instanceof Instant instant
                ? Optional.of(instant)
                : Optional.empty();
    }

    /** Seconds since 1970-01-01T00:00Z, as JSON and CBOR have them. */
    static JsonNode seconds(Instant instant) {
        return Json.seconds(instant.getEpochSecond() * 1_000_000_000L + instant.getNano());
    }

    /** The structure with every time as seconds since 1970: how JSON has them. */
    public static ObjectNode inSeconds(ObjectNode structure) {
        for (Map.Entry<String, JsonNode> member : structure.properties()) {
            member.setValue(replaced(member.getValue()));
        }
        return structure;
    }

    private static JsonNode replaced(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return inSeconds(object);
        }
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replaced(array.get(i)));
            }
        }
        return in(value).map(Moment::seconds).orElse(value);
    }

    /**
     * What a client sent: seconds since 1970 as a number, or a date in ISO 8601. Later times than {@code long} has
     * nanoseconds for count as the last one.
     *
     * @return nanoseconds since 1970-01-01T00:00Z; empty if it is neither or before 1970
     */
    public static Optional<Long> nanos(JsonNode value) {
        double seconds = value.isNumber() ? value.doubleValue() : value.isString() ? parsed(value.stringValue()) : -1;
        return seconds >= 0 ? Optional.of((long) (Math.min(seconds, LAST_SECOND) * NANOS_A_SECOND)) : Optional.empty();
    }

    private static double parsed(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return instant.getEpochSecond() + instant.getNano() / NANOS_A_SECOND;
        } catch (DateTimeException e) {
            return -1;
        }
    }
}
