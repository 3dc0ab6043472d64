package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.ControlException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of a list and where the next part begins: 25 items unless {@code limit} says otherwise, up to 500 (recall). A
 * limit out of bounds is ignored.
 *
 * @param position what to ask the next part with; absent after the last
 */
record Pages<T>(List<T> items, Optional<String> position) {
    private static final int USUAL = 25;
    private static final int MOST = 500;
    private static final int LONGEST_NUMBER = 9;

    /** The part of the list that a request asks for. */
    static <T> Pages<T> of(RestCall call, List<T> all) {
        int limit = call.parameter("limit")
                .flatMap(Pages::number)
                .filter(number -> number >= 1 && number <= MOST)
                .orElse(USUAL);
        int start = call.parameter("position")
                .filter(text -> !text.isEmpty())
                .map(text -> number(text).orElseThrow(() -> ControlException.badRequest("Invalid position parameter")))
                .orElse(0);
        int from = Math.min(start, all.size());
        int to = Math.min(from + limit, all.size());
        return new Pages<>(
                all.subList(from, to), to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }

    /** The answer of a list operation: {@code item} and, if there is more, {@code position}. */
    static <T> RestAnswer answer(RestCall call, List<T> all, Function<T, ? extends JsonNode> write) {
        Pages<T> page = of(call, all);
        ObjectNode json = Json.object();
        var items = json.putArray("item");
        page.items().forEach(item -> items.add(write.apply(item)));
        page.position().ifPresent(position -> json.put("position", position));
        return RestAnswer.json(200, json);
    }

    private static Optional<Integer> number(String text) {
        boolean isNumber = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
