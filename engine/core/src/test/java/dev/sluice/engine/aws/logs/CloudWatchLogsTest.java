package dev.sluice.engine.aws.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.aws.AwsService;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.observation.ObservedEngine;
import dev.sluice.engine.observation.ObservedEngine.Watch;
import dev.sluice.engine.observation.insights.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests as the clients sent them, but for their times. */
class CloudWatchLogsTest {
    private static final String GROUP = "API-Gateway-Execution-Logs_a1b2c3d4e5/prod";
    private static final String ALIAS = "/aws/api-gateway/a1b2c3d4e5/prod";
    private static final long START = ObservedEngine.START / 1_000_000;
    private static final String ACCESS = "{\"status\": $context.status, \"path\": \"$context.path\"}";

    private final ObservedEngine watched =
            new ObservedEngine(new Watch(LoggingLevel.INFO, false, false, false, ACCESS));
    private final AwsService logs = CloudWatchLogs.over(watched.engine(), Workers.NONE);

    private HttpResponse send(String operation, String body) {
        var request = new HttpRequest(
                "POST",
                "/",
                Headers.of(
                        "Host",
                        "127.0.0.1:18181",
                        "X-Amz-Target",
                        "Logs_20140328." + operation,
                        "Content-Type",
                        "application/x-amz-json-1.1"),
                Body.utf8(body),
                "127.0.0.1");
        assertTrue(logs.serves(request));
        return logs.answer(request, ObservedEngine.START + 3_600 * ObservedEngine.SECOND);
    }

    private ObjectNode ask(String operation, String body) {
        HttpResponse response = send(operation, body);
        assertEquals(200, response.status(), response.body().utf8());
        assertEquals(
                "application/x-amz-json-1.1",
                response.headers().first("Content-Type").orElseThrow());
        return Json.readObject(response.body().utf8()).orElseThrow();
    }

    private String refusal(String operation, String body) {
        HttpResponse response = send(operation, body);
        assertEquals(400, response.status(), response.body().utf8());
        JsonNode error = Json.read(response.body().utf8()).orElseThrow();
        return Json.text(error, "__type") + ": " + Json.text(error, "message");
    }

    private static List<String> messages(JsonNode answer) {
        var messages = new ArrayList<String>();
        answer.path("events").forEach(event -> messages.add(Json.text(event, "message")));
        return messages;
    }

    private static List<String> values(JsonNode list, String member) {
        var values = new ArrayList<String>();
        list.forEach(one -> values.add(Json.text(one, member)));
        return values;
    }

    /** A request whose endpoint does not answer within 29 seconds. */
    private void timeout() {
        Exchange exchange = watched.engine()
                .gateway()
                .open(new HttpRequest(
                        "GET",
                        "/prod/unreachable",
                        Headers.of("Host", ObservedEngine.API + ".execute-api.us-east-1.amazonaws.com"),
                        Body.EMPTY,
                        "192.0.2.7"));
        Step step = exchange.begin(ObservedEngine.START);
        long deadline = ((Step.Invoke) step).deadlineNanos();
        exchange.resume(new Outcome.TimedOut(), deadline);
    }

    @Test
    void theArticlesInsightsQueryFindsItsTimeout() {
        watched.get("/pets/1");
        timeout();
        String query = """
                fields @timestamp, @message
                | filter @message like /Execution failed due to a timeout error/
                | sort @timestamp desc
                | limit 20""";
        String body = Json.object()
                .put("logGroupName", GROUP)
                .put("startTime", START / 1_000)
                .put("endTime", START / 1_000 + 3_600)
                .put("queryString", query)
                .toString();
        String id = Json.text(ask("StartQuery", body), "queryId");
        ObjectNode results = ask("GetQueryResults", "{\"queryId\": \"" + id + "\"}");
        assertEquals("Complete", Json.text(results, "status"));
        assertEquals(1, results.path("results").size(), results.toString());
        JsonNode row = results.path("results").get(0);
        assertEquals(List.of("@timestamp", "@message", "@ptr"), values(row, "field"));
        assertTrue(Json.text(row.get(1), "value").endsWith("Execution failed due to a timeout error"), row.toString());
        assertEquals(1, results.path("statistics").path("recordsMatched").asInt());
        ObjectNode described = ask("DescribeQueries", "{}");
        assertEquals(List.of(id), values(described.path("queries"), "queryId"));
        assertEquals(
                "InvalidParameterException: Query " + id + " has already ended with Complete status.",
                refusal("StopQuery", "{\"queryId\": \"" + id + "\"}"));
    }

    @Test
    void aQueryThatIsNotUnderstoodIsRefusedWithItsPlace() {
        HttpResponse response = send(
                "StartQuery",
                "{\"logGroupName\": \"" + GROUP + "\", \"startTime\": 1,"
                        + " \"endTime\": 2, \"queryString\": \"fields @message | nonsense\"}");
        assertEquals(400, response.status());
        JsonNode error = Json.read(response.body().utf8()).orElseThrow();
        assertEquals("MalformedQueryException", Json.text(error, "__type"));
        assertTrue(Json.text(error, "message").contains("(line 1, column 19)"), error.toString());
        assertEquals(18, error.at("/queryCompileError/location/startCharOffset").asInt(-1), error.toString());
    }

    @Test
    void tailFindsTheGroupByBothNamesAndNothingTwice() {
        ObjectNode empty = ask("FilterLogEvents", tail(ALIAS, START));
        assertEquals(0, empty.path("events").size(), "logging is on, so there is a group before there are lines");
        watched.get("/pets/1");
        watched.pass(ObservedEngine.SECOND);
        watched.get("/pets/2");
        ObjectNode first = ask("FilterLogEvents", tail(ALIAS, START));
        assertFalse(first.has("nextToken"), "caught up");
        assertEquals(first, ask("FilterLogEvents", tail(GROUP, START)));
        assertEquals(16, first.path("events").size());
        JsonNode last = first.path("events").get(15);
        assertTrue(Json.text(last, "message").endsWith("Method completed with status: 200"), last.toString());
        assertEquals(START + 1_000, last.path("timestamp").asLong());
        assertEquals(START + 1_000, last.path("ingestionTime").asLong());
        ObjectNode again = ask("FilterLogEvents", tail(ALIAS, START + 1_000));
        assertEquals(
                values(first.path("events"), "eventId").subList(8, 16),
                values(again.path("events"), "eventId"),
                "the start is included and ids stay");
    }

    private static String tail(String group, long start) {
        return "{\"logGroupName\": \"" + group + "\", \"interleaved\": true, \"startTime\": " + start + "}";
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 20; i++) {
            watched.get("/pets/" + i);
        }
        List<String> whole = messages(ask("FilterLogEvents", tail(GROUP, START)));
        var paged = new ArrayList<String>();
        var ids = new TreeSet<String>();
        String token = "";
        do {
            ObjectNode page = ask(
                    "FilterLogEvents",
                    "{\"logGroupName\": \"" + GROUP + "\", \"limit\": 7"
                            + (token.isEmpty() ? "" : ", \"nextToken\": \"" + token + "\"") + "}");
            paged.addAll(messages(page));
            ids.addAll(values(page.path("events"), "eventId"));
            token = Json.text(page, "nextToken");
        } while (!token.isEmpty());
        assertEquals(whole, paged);
        assertEquals(whole.size(), ids.size());
        assertEquals(
                "InvalidParameterException: The specified nextToken is invalid.",
                refusal("FilterLogEvents", "{\"logGroupName\": \"" + GROUP + "\", \"nextToken\": \"x\"}"));
    }

    @Test
    void aJsonPatternFindsARefusalInTheAccessLog() {
        watched.get("/pets/1");
        watched.get("/unreachable");
        ObjectNode found =
                ask("FilterLogEvents", "{\"logGroupName\": \"access\", \"filterPattern\": \"{ $.status = 504 }\"}");
        assertEquals(List.of("{\"status\": 504, \"path\": \"/prod/unreachable\"}"), messages(found));
        assertEquals(
                "InvalidParameterException: Invalid filter pattern: A field begins with $, as in $.status. (character 3)",
                refusal("FilterLogEvents", "{\"logGroupName\": \"access\", \"filterPattern\": \"{ status = 1 }\"}"));
    }

    @Test
    void groupsAndStreamsAreDescribed() {
        watched.send("POST", "/function", "{}");
        ObjectNode described = ask("DescribeLogGroups", "{\"logGroupNamePrefix\": \"API-Gateway\"}");
        assertEquals(List.of(GROUP), values(described.path("logGroups"), "logGroupName"));
        assertEquals(
                List.of("arn:aws:logs:us-east-1:123456789012:log-group:" + GROUP + ":*"),
                values(described.path("logGroups"), "arn"));
        assertEquals(
                List.of(ALIAS, GROUP, "access"),
                values(ask("DescribeLogGroups", "{}").path("logGroups"), "logGroupName").stream()
                        .filter(name -> !name.startsWith("/aws/lambda/"))
                        .toList());
        ObjectNode page = ask("DescribeLogGroups", "{\"limit\": 1, \"logGroupNamePrefix\": \"a\"}");
        assertFalse(page.has("nextToken"), page.toString());
        ObjectNode streams = ask("DescribeLogStreams", "{\"logGroupName\": \"" + GROUP + "\"}");
        assertEquals(1, streams.path("logStreams").size());
        String stream = Json.text(streams.path("logStreams").get(0), "logStreamName");
        ObjectNode events = ask(
                "GetLogEvents",
                "{\"logGroupName\": \"" + GROUP + "\", \"logStreamName\": \"" + stream + "\", \"limit\": 2}");
        assertTrue(messages(events).getLast().endsWith("Method completed with status: 201"), events.toString());
        ObjectNode before = ask(
                "GetLogEvents",
                "{\"logGroupName\": \"" + GROUP + "\", \"logStreamName\": \"" + stream + "\", \"limit\": 2,"
                        + " \"nextToken\": \"" + Json.text(events, "nextBackwardToken") + "\"}");
        assertEquals(2, before.path("events").size());
        assertEquals(
                messages(events),
                messages(ask(
                        "GetLogEvents",
                        "{\"logGroupName\": \"" + GROUP + "\", \"logStreamName\": \"" + stream + "\", \"limit\": 9,"
                                + " \"nextToken\": \"" + Json.text(before, "nextForwardToken") + "\"}")));
        assertEquals(
                "{\"tags\":{}}",
                ask(
                                "ListTagsForResource",
                                "{\"resourceArn\": \"arn:aws:logs:us-east-1:123456789012:log-group:" + GROUP + "\"}")
                        .toString());
    }

    @Test
    void whatIsNotThereIsSaidInCloudWatchsWords() {
        assertEquals(
                "ResourceNotFoundException: The specified log group does not exist.",
                refusal("FilterLogEvents", "{\"logGroupName\":\"g\"}"));
        assertEquals(
                "ResourceNotFoundException: The specified log group does not exist.",
                refusal(
                        "StartQuery",
                        "{\"logGroupName\":\"g\",\"startTime\":1,\"endTime\":2,\"queryString\":\"fields @message\"}"));
        assertEquals(
                "ResourceNotFoundException: Query q-1 does not exist.",
                refusal("GetQueryResults", "{\"queryId\": \"q-1\"}"));
        assertEquals("UnknownOperationException: ", refusal("PutMetricFilter", "{}"));
        assertTrue(refusal("FilterLogEvents", "{\"logGroupName\": 5}").startsWith("SerializationException: "));
        assertTrue(refusal("FilterLogEvents", "[]").startsWith("SerializationException: "));
        assertTrue(refusal("FilterLogEvents", "{}").startsWith("InvalidParameterException: "));
    }

    @Test
    void noInputIsAnsweredByAFailure() {
        watched.get("/pets/1");
        var random = new Random(7);
        List<String> operations = List.of(
                "DescribeLogGroups",
                "DescribeLogStreams",
                "FilterLogEvents",
                "GetLogEvents",
                "StartQuery",
                "GetQueryResults",
                "StopQuery",
                "DescribeQueries",
                "ListTagsForResource");
        List<String> members = List.of(
                "logGroupName",
                "logGroupIdentifier",
                "logGroupNames",
                "logStreamName",
                "logStreamNames",
                "startTime",
                "endTime",
                "limit",
                "nextToken",
                "filterPattern",
                "queryString",
                "queryId",
                "descending",
                "orderBy",
                "maxResults",
                "startFromHead",
                "resourceArn",
                "logGroupNamePrefix");
        List<String> values = List.of(
                "\"" + GROUP + "\"",
                "[\"" + GROUP + "\"]",
                "1",
                "-1",
                "1e99",
                "9223372036854775807",
                "null",
                "true",
                "{}",
                "[1]",
                "\"\"",
                "\"{ $.a = 1 }\"",
                "\"f/" + "9".repeat(56) + "\"",
                "\"" + "0".repeat(56) + "\"",
                "\"stats count(*) by bin(1m)\"",
                "1795000000",
                "\"arn:aws:logs:::log-group:access:*\"");
        for (int i = 0; i < 5_000; i++) {
            var body = new StringBuilder("{\"logGroupName\": \"" + GROUP + "\"");
            for (int n = random.nextInt(6); n > 0; n--) {
                body.append(", \"")
                        .append(members.get(random.nextInt(members.size())))
                        .append("\": ");
                body.append(values.get(random.nextInt(values.size())));
            }
            HttpResponse response = send(
                    operations.get(random.nextInt(operations.size())),
                    body.append('}').toString());
            assertTrue(response.status() == 200 || response.status() == 400, body + ": " + response.status());
        }
    }
}
