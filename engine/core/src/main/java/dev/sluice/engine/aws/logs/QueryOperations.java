package dev.sluice.engine.aws.logs;

import dev.sluice.engine.aws.logs.RanQueries.Ran;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.observation.insights.InsightsQuery;
import dev.sluice.engine.observation.insights.QueryException;
import dev.sluice.engine.observation.insights.QueryResult;
import dev.sluice.engine.observation.insights.QueryWatch;
import dev.sluice.engine.observation.insights.Workers;
import dev.sluice.engine.observation.logs.LogEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * StartQuery, GetQueryResults, StopQuery and DescribeQueries. A query runs while it is started, so that its results are
 * complete when they are first asked for.
 */
final class QueryOperations {
    private static final int STANDARD_LIMIT = 10_000;
    private static final int MOST_DESCRIBED = 1_000;
    private static final int MOST_GROUPS = 50;

    /** The last second that can be told in milliseconds. */
    private static final long LAST_SECOND = Long.MAX_VALUE / 1_000 - 1;

    private static final String COMPLETE = "Complete";

    private final LogGroups groups;
    private final Workers workers;
    private final RanQueries ran = new RanQueries();
    private final AtomicLong started = new AtomicLong();

    QueryOperations(LogGroups groups, Workers workers) {
        this.groups = groups;
        this.workers = workers;
    }

    ObjectNode start(ObjectNode input, long nowNanos) {
        String text = ServiceException.required(Member.text(input, "queryString"), "queryString", LogGroups.INVALID);
        InsightsQuery query = query(text);
        List<String> names = names(input, nowNanos);
        long start = seconds(input, "startTime") * 1_000;
        long end = seconds(input, "endTime") * 1_000;
        if (end < start) {
            throw new ServiceException(LogGroups.INVALID, "The query's end time is before its start time.");
        }
        int limit = Input.limit(input, "limit", STANDARD_LIMIT, InsightsQuery.MOST_ROWS);
        long nowMillis = nowNanos / 1_000_000;
        QueryResult result = query.run(
                events(names, start, end, nowNanos),
                new InsightsQuery.Range(start, end, nowMillis, limit),
                workers,
                QueryWatch.NONE);
        String id = UUID.nameUUIDFromBytes(
                        Body.utf8(nowNanos + "/" + started.incrementAndGet()).bytes())
                .toString();
        ran.add(new Ran(id, text, names.getFirst(), nowMillis, result));
        return Json.object().put("queryId", id);
    }

    private static InsightsQuery query(String text) {
        try {
            return InsightsQuery.of(text);
        } catch (QueryException e) {
            ObjectNode details = Json.object();
            ObjectNode error = details.putObject("queryCompileError");
            error.put("message", e.getMessage());
            error.putObject("location")
                    .put("startCharOffset", e.offset())
                    .put("endCharOffset", Math.min(text.length(), e.offset() + 1));
            String place = " (line " + e.line() + ", column " + e.column() + ")";
            throw new ServiceException("MalformedQueryException", e.getMessage() + place, details);
        }
    }

    private List<String> names(ObjectNode input, long nowNanos) {
        List<String> wanted = new ArrayList<>(Member.texts(input, "logGroupNames"));
        wanted.addAll(Member.texts(input, "logGroupIdentifiers"));
        if (wanted.size() > MOST_GROUPS) {
            throw new ServiceException(LogGroups.INVALID, "A query reads up to " + MOST_GROUPS + " log groups.");
        }
        return wanted.isEmpty()
                ? List.of(groups.named(input, nowNanos))
                : wanted.stream()
                        .map(name -> groups.existing(name, nowNanos))
                        .distinct()
                        .toList();
    }

    private static long seconds(ObjectNode input, String member) {
        long seconds = Input.millis(input, member, -1);
        if (seconds < 0 || seconds > LAST_SECOND) {
            throw new ServiceException(LogGroups.INVALID, member + " is a number of seconds since 1970.");
        }
        return seconds;
    }

    private EventList events(List<String> names, long start, long end, long nowNanos) {
        var entries = new ArrayList<EventList.Entry>();
        for (String name : names) {
            String log = groups.account().accountId() + ":" + name;
            for (LogEvent event : groups.events(name, start, end, nowNanos)) {
                entries.add(new EventList.Entry(log, event));
            }
        }
        if (names.size() > 1) {
            entries.sort(EventList.ORDER);
        }
        return new EventList(entries);
    }

    ObjectNode results(ObjectNode input, long nowNanos) {
        QueryResult result = known(input).result();
        ObjectNode answer = Json.object().put("queryLanguage", "CWLI");
        ArrayNode rows = answer.putArray("results");
        for (List<QueryResult.Cell> row : result.rows()) {
            ArrayNode cells = rows.addArray();
            row.forEach(cell -> cells.addObject().put("field", cell.field()).put("value", cell.value()));
        }
        answer.putObject("statistics")
                .put("recordsMatched", (double) result.statistics().recordsMatched())
                .put("recordsScanned", (double) result.statistics().recordsScanned())
                .put("bytesScanned", (double) result.statistics().bytesScanned());
        return answer.put("status", COMPLETE);
    }

    /** No query is found running. */
    ObjectNode stop(ObjectNode input, long nowNanos) {
        String id = known(input).id();
        throw new ServiceException(LogGroups.INVALID, "Query " + id + " has already ended with Complete status.");
    }

    private Ran known(ObjectNode input) {
        String id = ServiceException.required(Member.text(input, "queryId"), "queryId", LogGroups.INVALID);
        return ran.get(id)
                .orElseThrow(
                        () -> new ServiceException("ResourceNotFoundException", "Query " + id + " does not exist."));
    }

    ObjectNode describe(ObjectNode input, long nowNanos) {
        String group = Member.text(input, "logGroupName").orElse("");
        String status = Member.text(input, "status").orElse(COMPLETE);
        int limit = Input.limit(input, "maxResults", MOST_DESCRIBED, MOST_DESCRIBED);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("queries");
        ran.all().stream()
                .filter(query -> status.equals(COMPLETE)
                        && (group.isEmpty() || query.group().equals(group)))
                .limit(limit)
                .forEach(query -> list.add(Json.object()
                        .put("queryId", query.id())
                        .put("queryString", query.text())
                        .put("status", COMPLETE)
                        .put("createTime", query.createdMillis())
                        .put("logGroupName", query.group())));
        return answer;
    }
}
