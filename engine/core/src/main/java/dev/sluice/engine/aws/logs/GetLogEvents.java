package dev.sluice.engine.aws.logs;

import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.Operation;
import dev.sluice.engine.aws.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.observation.logs.LogEvent;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GetLogEvents: one stream, forwards or backwards. The end of the range is not included. Both tokens are always there;
 * at an end the one that was given comes back. A token is a direction and the id of an event at the page's edge.
 */
final class GetLogEvents implements Operation {
    private static final int MOST = 10_000;
    private static final Pattern TOKEN = Pattern.compile("[fb]/\\d{56}");
    private static final String NOTHING = "0".repeat(56);

    private final LogGroups groups;

    GetLogEvents(LogGroups groups) {
        this.groups = groups;
    }

    @Override
    public ObjectNode perform(ObjectNode input, long nowNanos) {
        String group = groups.named(input, nowNanos);
        String stream =
                ServiceException.required(Member.text(input, "logStreamName"), "logStreamName", LogGroups.INVALID);
        int limit = Input.limit(input, "limit", MOST, MOST);
        String token = Member.text(input, "nextToken").orElse("");
        if (!token.isEmpty() && !TOKEN.matcher(token).matches()) {
            throw Input.badToken();
        }
        List<LogEvent> ofStream = groups.events(group, 0, Long.MAX_VALUE, nowNanos).stream()
                .filter(event -> event.stream().equals(stream))
                .toList();
        if (ofStream.isEmpty()) {
            throw new ServiceException("ResourceNotFoundException", "The specified log stream does not exist.");
        }
        long start = Input.millis(input, "startTime", 0);
        long end = Input.millis(input, "endTime", Long.MAX_VALUE);
        List<LogEvent> events = ofStream.stream()
                .filter(event -> event.timestampMillis() >= start && event.timestampMillis() < end)
                .toList();
        boolean fromHead = Member.flag(input, "startFromHead").orElse(false);
        return answer(page(events, limit, token, fromHead), token);
    }

    private static List<LogEvent> page(List<LogEvent> events, int limit, String token, boolean fromHead) {
        boolean forward = token.isEmpty() ? fromHead : token.startsWith("f");
        String edge = token.isEmpty() ? "" : token.substring(2);
        List<LogEvent> left = events.stream()
                .filter(event -> edge.isEmpty()
                        || (forward
                                ? event.id().compareTo(edge) > 0
                                : event.id().compareTo(edge) < 0))
                .toList();
        int size = Math.min(limit, left.size());
        return forward ? left.subList(0, size) : left.subList(left.size() - size, left.size());
    }

    private static ObjectNode answer(List<LogEvent> page, String token) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("events");
        page.forEach(event -> list.add(Json.object()
                .put("timestamp", event.timestampMillis())
                .put("message", event.message())
                .put("ingestionTime", event.ingestionMillis())));
        String edge = token.isEmpty() ? NOTHING : token.substring(2);
        return answer.put(
                        "nextForwardToken",
                        "f/" + (page.isEmpty() ? edge : page.getLast().id()))
                .put(
                        "nextBackwardToken",
                        "b/" + (page.isEmpty() ? edge : page.getFirst().id()));
    }
}
