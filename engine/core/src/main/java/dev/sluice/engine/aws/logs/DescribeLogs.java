package dev.sluice.engine.aws.logs;

import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.observation.logs.LogEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * DescribeLogGroups, DescribeLogStreams and ListTagsForResource. What is not measured, as stored bytes, is left out.
 */
final class DescribeLogs {
    private static final int MOST = 50;

    private final LogGroups groups;

    DescribeLogs(LogGroups groups) {
        this.groups = groups;
    }

    ObjectNode groups(ObjectNode input, long nowNanos) {
        String prefix = Member.text(input, "logGroupNamePrefix").orElse("");
        String part = Member.text(input, "logGroupNamePattern").orElse("");
        List<String> names = groups.names(nowNanos).stream()
                .filter(name -> name.startsWith(prefix) && name.contains(part))
                .toList();
        return page(input, names, Function.identity(), "logGroups", this::group);
    }

    private ObjectNode group(String name) {
        return Json.object()
                .put("logGroupName", name)
                .put("arn", groups.arn(name) + ":*")
                .put("logGroupArn", groups.arn(name))
                .put("logGroupClass", "STANDARD")
                .put("metricFilterCount", 0);
    }

    /** One stream's times, in milliseconds since 1970-01-01T00:00Z. */
    private record Stream(String name, long first, long last, long ingested) {
        Stream and(Stream other) {
            return new Stream(
                    name, Math.min(first, other.first), Math.max(last, other.last), Math.max(ingested, other.ingested));
        }
    }

    ObjectNode streams(ObjectNode input, long nowNanos) {
        String group = groups.named(input, nowNanos);
        String prefix = Member.text(input, "logStreamNamePrefix").orElse("");
        var byName = new LinkedHashMap<String, Stream>();
        for (LogEvent event : groups.events(group, 0, Long.MAX_VALUE, nowNanos)) {
            if (event.stream().startsWith(prefix)) {
                long millis = event.timestampMillis();
                byName.merge(
                        event.stream(),
                        new Stream(event.stream(), millis, millis, event.ingestionMillis()),
                        Stream::and);
            }
        }
        var streams = new ArrayList<>(byName.values());
        boolean byTime = Member.text(input, "orderBy").orElse("LogStreamName").equals("LastEventTime");
        Comparator<Stream> order = Comparator.comparing(Stream::name);
        order = byTime ? Comparator.comparingLong(Stream::last).thenComparing(order) : order;
        streams.sort(Member.flag(input, "descending").orElse(false) ? order.reversed() : order);
        return page(
                input,
                streams,
                Stream::name,
                "logStreams",
                stream -> Json.object()
                        .put("logStreamName", stream.name())
                        .put("creationTime", stream.first())
                        .put("firstEventTimestamp", stream.first())
                        .put("lastEventTimestamp", stream.last())
                        .put("lastIngestionTime", stream.ingested())
                        .put("arn", groups.arn(group) + ":log-stream:" + stream.name()));
    }

    /** Groups have no tags here. */
    ObjectNode tags(ObjectNode input, long nowNanos) {
        groups.existing(
                ServiceException.required(Member.text(input, "resourceArn"), "resourceArn", LogGroups.INVALID),
                nowNanos);
        ObjectNode answer = Json.object();
        answer.putObject("tags");
        return answer;
    }

    /** The token is the name of the last one shown. */
    private static <T> ObjectNode page(
            ObjectNode input, List<T> all, Function<T, String> name, String member, Function<T, ObjectNode> shown) {
        int limit = Input.limit(input, "limit", MOST, MOST);
        int start = 0;
        String token = Member.text(input, "nextToken").orElse("");
        while (!token.isEmpty()
                && start < all.size()
                && !name.apply(all.get(start)).equals(token)) {
            start++;
        }
        start += token.isEmpty() ? 0 : 1;
        if (start > all.size()) {
            throw Input.badToken();
        }
        int end = Math.min(all.size(), start + limit);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray(member);
        all.subList(start, end).forEach(one -> list.add(shown.apply(one)));
        if (end < all.size()) {
            answer.put("nextToken", name.apply(all.get(end - 1)));
        }
        return answer;
    }
}
