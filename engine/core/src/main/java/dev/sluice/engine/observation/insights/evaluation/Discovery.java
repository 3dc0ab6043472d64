package dev.sluice.engine.observation.insights.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds the fields that a query names in a message of JSON, and only those: the rest is skipped, not built. A message
 * that is no JSON object has none. Also knows what Lambda's own lines hold ({@link LambdaLine}).
 *
 * <p>JSON's true and false count as 1 and 0, as in CloudWatch.
 */
final class Discovery {
    /** Deepest nesting that is read; strangers' messages must not exhaust the stack. */
    private static final int DEEPEST = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final Step root = new Step();
    private final Map<String, Integer> lambdaSlots = new LinkedHashMap<>();

    /** One name on the way to a wanted value. */
    private static final class Step {
        private final Map<String, Step> next = new LinkedHashMap<>();
        private int slot = -1;
    }

    /** Asks for a field: its value goes into the slot. */
    void want(List<String> path, int slot) {
        String first = path.getFirst();
        if (path.size() == 1 && LambdaLine.hasField(first)) {
            lambdaSlots.put(first, slot);
            return;
        }
        Step step = root;
        for (int i = 0; i < path.size(); i++) {
            // A field of the log that starts with @ is shown with one more.
            String name = i == 0 && first.startsWith("@") ? first.substring(1) : path.get(i);
            step = step.next.computeIfAbsent(name, unused -> new Step());
        }
        step.slot = slot;
    }

    void into(@Nullable Object[] slots, String message) {
        if (!lambdaSlots.isEmpty()) {
            LambdaLine.read(message).forEach((name, value) -> {
                Integer slot = lambdaSlots.get(name);
                if (slot != null) {
                    slots[slot] = value;
                }
            });
        }
        if (!root.next.isEmpty() && startsObject(message)) {
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), message)) {
                parser.nextToken();
                object(parser, root, slots);
            } catch (JacksonException e) {
                clear(root, slots); // half a document is no document
            }
        }
    }

    private static void clear(Step step, @Nullable Object[] slots) {
        if (step.slot >= 0) {
            slots[step.slot] = null;
        }
        step.next.values().forEach(next -> clear(next, slots));
    }

    private static boolean startsObject(String message) {
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                return c == '{';
            }
        }
        return false;
    }

    private static void object(JsonParser parser, Step step, @Nullable Object[] slots) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Step next = step.next.get(parser.currentName());
            parser.nextToken();
            value(parser, next, slots);
        }
    }

    private static void array(JsonParser parser, Step step, @Nullable Object[] slots) {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            value(parser, step.next.get(Integer.toString(i)), slots);
        }
    }

    private static void value(JsonParser parser, @Nullable Step step, @Nullable Object[] slots) {
        if (step == null) {
            parser.skipChildren();
        } else if (step.slot >= 0) {
            Object value = whole(parser);
            slots[step.slot] = value;
            parts(value, step, slots);
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(parser, step, slots);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            array(parser, step, slots);
        }
    }

    /** A query may name a structure and a part of it. */
    private static void parts(@Nullable Object value, Step step, @Nullable Object[] slots) {
        step.next.forEach((name, next) -> {
            Object part = Values.part(value, List.of(name));
            if (next.slot >= 0) {
                slots[next.slot] = part;
            }
            parts(part, next, slots);
        });
    }

    /** A document as a value; null if it is none. */
    static @Nullable Object parse(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Object value = parser.currentToken() == null ? null : whole(parser);
            return parser.nextToken() == null ? value : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable Object whole(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, whole(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(whole(parser));
                }
                yield list;
            }
            case VALUE_TRUE -> "1";
            case VALUE_FALSE -> "0";
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getString();
            default -> null;
        };
    }
}
