package dev.sluice.engine.aws.logs;

import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.Operation;
import dev.sluice.engine.aws.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.observation.logs.LogEvent;
import dev.sluice.engine.observation.logs.filterpattern.FilterPattern;
import dev.sluice.engine.observation.logs.filterpattern.FilterPatternException;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * FilterLogEvents: what {@code aws logs tail} asks for again and again. Both ends of the range are included; a token
 * comes only when there is more, because its absence tells a client that it has caught up. The token is the id of the
 * last event.
 */
final class FilterLogEvents implements Operation {
    private static final int MOST = 10_000;

    /** Most bytes of a page (API_FilterLogEvents). */
    private static final int MOST_BYTES = 1_048_576;

    private static final int ID_DIGITS = 56;

    private final LogGroups groups;

    FilterLogEvents(LogGroups groups) {
        this.groups = groups;
    }

    @Override
    public ObjectNode perform(ObjectNode input, long nowNanos) {
        String group = groups.named(input, nowNanos);
        FilterPattern pattern = pattern(Member.text(input, "filterPattern").orElse(""));
        Predicate<String> streams = Input.streams(input);
        int limit = Input.limit(input, "limit", MOST, MOST);
        String token = Member.text(input, "nextToken").orElse("");
        if (!token.isEmpty() && (token.length() != ID_DIGITS || !token.chars().allMatch(Character::isDigit))) {
            throw Input.badToken();
        }
        List<LogEvent> events = groups
                .events(
                        group,
                        Input.millis(input, "startTime", 0),
                        Input.millis(input, "endTime", Long.MAX_VALUE),
                        nowNanos)
                .stream()
                .filter(event -> streams.test(event.stream())
                        && (token.isEmpty() || event.id().compareTo(token) > 0)
                        && pattern.matches(event.message()))
                .toList();
        return page(events, limit);
    }

    private static ObjectNode page(List<LogEvent> events, int limit) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("events");
        answer.putArray("searchedLogStreams");
        long bytes = 0;
        for (LogEvent event : events) {
            bytes += event.message().length();
            if (list.size() == limit || (bytes > MOST_BYTES && !list.isEmpty())) {
                return answer.put("nextToken", events.get(list.size() - 1).id());
            }
            list.add(Json.object()
                    .put("logStreamName", event.stream())
                    .put("timestamp", event.timestampMillis())
                    .put("message", event.message())
                    .put("ingestionTime", event.ingestionMillis())
                    .put("eventId", event.id()));
        }
        return answer;
    }

    private static FilterPattern pattern(String text) {
        try {
            return FilterPattern.of(text);
        } catch (FilterPatternException e) {
            throw new ServiceException(
                    LogGroups.INVALID,
                    "Invalid filter pattern: " + e.getMessage() + " (character " + (e.offset() + 1) + ")");
        }
    }
}
