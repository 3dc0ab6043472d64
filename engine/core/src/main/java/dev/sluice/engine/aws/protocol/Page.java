package dev.sluice.engine.aws.protocol;

import dev.sluice.engine.backend.protocol.Json;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists in parts: {@code limit} items from {@code position} on, 25 unless asked, at most 500 (control-plane 3.3). The
 * position is that of the next item and means nothing to clients.
 */
public final class Page {
    private static final int STANDARD = 25;
    private static final int LARGEST = 500;

    private Page() {}

    /** The part of the list that the call asks for, as {@code item} and, if there is more, {@code position}. */
    public static <T> RestAnswer of(RestCall call, List<T> all, Function<T, JsonNode> write) {
        int start = Math.min(number(call, "position", 0), all.size());
        int limit = number(call, "limit", STANDARD);
        int end = Math.min(all.size(), start + (limit < 1 || limit > LARGEST ? STANDARD : limit));
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("item");
        all.subList(start, end).forEach(item -> items.add(write.apply(item)));
        if (end < all.size()) {
            json.put("position", Integer.toString(end));
        }
        return RestAnswer.json(200, json);
    }

    private static int number(RestCall call, String name, int otherwise) {
        return call.parameter(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }
}
