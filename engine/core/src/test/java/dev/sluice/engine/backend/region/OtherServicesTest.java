package dev.sluice.engine.backend.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.backend.bus.EventTrail;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.definition.Backend.HttpAnswer;
import dev.sluice.engine.definition.Backend.Latency;
import dev.sluice.engine.definition.ServiceBackend.EventBus;
import dev.sluice.engine.definition.ServiceBackend.KeyAttribute;
import dev.sluice.engine.definition.ServiceBackend.Queue;
import dev.sluice.engine.definition.ServiceBackend.RecordingService;
import dev.sluice.engine.definition.ServiceBackend.Rule;
import dev.sluice.engine.definition.ServiceBackend.RuleTarget;
import dev.sluice.engine.definition.ServiceBackend.StateMachine;
import dev.sluice.engine.definition.ServiceBackend.StateMachineType;
import dev.sluice.engine.definition.ServiceBackend.Stream;
import dev.sluice.engine.definition.ServiceBackend.Table;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OtherServicesTest {
    private static final String ACCOUNT = ":us-east-1:123456789012:";
    private static final KeyAttribute ID = new KeyAttribute("id", "S");

    private static Rule rule(String name, String pattern, RuleTarget... targets) {
        return new Rule(name, true, pattern.replace('\'', '"'), List.of(targets));
    }

    private static String entry(String source, String detail) {
        return "{'Entries':[{'Source':'" + source + "','DetailType':'made','Detail':'" + detail + "'}]}";
    }

    @Test
    void anEventGoesWhereTheRulesThatMatchItSay() {
        var wired = new WiredRegion(
                Queue.named("orders"),
                Queue.named("dead"),
                WiredRegion.function("audit", "null", 5),
                new StateMachine(
                        "m",
                        StateMachineType.STANDARD,
                        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}",
                        Latency.NONE),
                new EventBus(
                        "default",
                        List.of(
                                rule(
                                        "big",
                                        "{'source':['shop'],'detail':{'total':[{'numeric':['>',100]}]}}",
                                        RuleTarget.of("q", "arn:aws:sqs" + ACCOUNT + "orders"),
                                        RuleTarget.of("m", "arn:aws:states" + ACCOUNT + "stateMachine:m")),
                                rule(
                                        "all",
                                        "{'source':[{'prefix':''}]}",
                                        RuleTarget.of("f", "arn:aws:lambda" + ACCOUNT + "function:audit"),
                                        new RuleTarget(
                                                "gone",
                                                "arn:aws:sqs" + ACCOUNT + "gone",
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.of("arn:aws:sqs" + ACCOUNT + "dead")))),
                        Latency.NONE));
        JsonNode answer = wired.ask("events", "PutEvents", entry("shop", "{\\'total\\':150}".replace("\\'", "\\\"")));
        assertEquals(0, answer.path("FailedEntryCount").intValue());
        wired.passSeconds(1);
        RegionReading reading = wired.read();
        EventTrail trail = reading.buses().getFirst().events().getFirst();
        assertEquals(List.of("big", "all"), trail.matchedRules());
        assertEquals(4, trail.deliveries().size());
        assertEquals(1, reading.queues().getFirst().visible());
        assertEquals(1, reading.queues().get(1).visible());
        assertEquals("audit", reading.invocations().getFirst().functionName());
        assertEquals(1, reading.stateMachines().getFirst().executions().size());
        assertTrue(trail.deliveries().getLast().deadLettered());
        wired.ask("events", "PutEvents", entry("shop", "{\\\"total\\\":50}"));
        wired.passSeconds(1);
        assertEquals(
                List.of("all"),
                wired.read().buses().getFirst().events().getFirst().matchedRules());
    }

    @Test
    void anEntryThatIsWrongFailsAloneAndABusThatCallsItselfHoldsNobodyUp() {
        var wired = new WiredRegion(new EventBus(
                "default",
                List.of(rule(
                        "again",
                        "{'source':['shop']}",
                        RuleTarget.of("b1", "arn:aws:events" + ACCOUNT + "event-bus/default"),
                        RuleTarget.of("b2", "arn:aws:events" + ACCOUNT + "event-bus/default"))),
                Latency.NONE));
        JsonNode answer = wired.ask("events", "PutEvents", entry("shop", "no json"));
        assertEquals("MalformedDetail", Json.text(answer.path("Entries").path(0), "ErrorCode"));
        wired.ask("events", "PutEvents", entry("shop", "{}"));
        wired.passSeconds(3_600);
        assertTrue(wired.read().buses().getFirst().put() <= 30_000);
        assertEquals("400 ValidationException", wired.refusal("events", "PutEvents", "{'Entries':[]}"));
    }

    @Test
    void aRecordGoesToTheShardOfItsKey() {
        var wired = new WiredRegion(new Stream("s", 4, Latency.NONE));
        JsonNode first = wired.ask("kinesis", "PutRecord", "{'StreamName':'s','Data':'aGk=','PartitionKey':'a'}");
        assertEquals("shardId-000000000000", Json.text(first, "ShardId"));
        JsonNode more = wired.ask(
                "kinesis",
                "PutRecords",
                "{'StreamARN':'arn:aws:kinesis" + ACCOUNT + "stream/s','Records':[{'Data':'aGk=','PartitionKey':'a'},"
                        + "{'Data':'aGk=','PartitionKey':'x','ExplicitHashKey':'340282366920938463463374607431768211455'}]}");
        assertEquals("shardId-000000000000", Json.text(more.path("Records").path(0), "ShardId"));
        assertEquals("shardId-000000000003", Json.text(more.path("Records").path(1), "ShardId"));
        assertNotEquals(
                Json.text(first, "SequenceNumber"),
                Json.text(more.path("Records").path(0), "SequenceNumber"));
        assertEquals(
                "400 ResourceNotFoundException",
                wired.refusal("kinesis", "PutRecord", "{'StreamName':'t','Data':'','PartitionKey':'a'}"));
        assertEquals("PutRecord", wired.read().requests().getFirst().operation());
    }

    @Test
    void aTableFindsItemsByKey() {
        var wired = new WiredRegion(
                new Table("t", ID, Optional.empty(), List.of("{\"id\":{\"S\":\"test\"}}"), Latency.NONE));
        assertEquals(
                "{\"Count\":1,\"Items\":[{\"id\":{\"S\":\"test\"}}],\"ScannedCount\":1}",
                Json.write(wired.ask("dynamodb", "Query", byId("test"))));
        assertEquals(
                "{\"Count\":0,\"Items\":[],\"ScannedCount\":0}",
                Json.write(wired.ask("dynamodb", "Query", byId("test-invalid"))));
        wired.ask("dynamodb", "PutItem", "{'TableName':'t','Item':{'id':{'S':'b'},'v':{'N':'1'}}}");
        String key = "{'TableName':'t','Key':{'id':{'S':'b'}},'ReturnValues':'ALL_OLD'}";
        assertEquals(
                "1",
                Json.text(wired.ask("dynamodb", "GetItem", key).path("Item").path("v"), "N"));
        assertEquals(
                "1",
                Json.text(
                        wired.ask("dynamodb", "DeleteItem", key)
                                .path("Attributes")
                                .path("v"),
                        "N"));
        assertTrue(wired.ask("dynamodb", "GetItem", key).isEmpty());
        assertEquals(
                "400 com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
                wired.refusal("dynamodb", "GetItem", "{'TableName':'u'}"));
        assertEquals(
                "400 com.amazonaws.dynamodb.v20120810#ValidationException",
                wired.refusal("dynamodb", "GetItem", "{'TableName':'t','Key':{'x':{'S':'b'}}}"));
    }

    private static String byId(String id) {
        return "{'TableName':'t','KeyConditionExpression':'id = :id','ExpressionAttributeValues':{':id':{'S':'" + id
                + "'}}}";
    }

    @Test
    void aSortKeyOrdersByNumberAndNarrows() {
        var wired =
                new WiredRegion(new Table("t", ID, Optional.of(new KeyAttribute("n", "N")), List.of(), Latency.NONE));
        IntStream.of(10, 9, 100, 1)
                .forEach(n -> wired.ask(
                        "dynamodb", "PutItem", "{'TableName':'t','Item':{'id':{'S':'a'},'n':{'N':'" + n + "'}}}"));
        assertEquals("1 9 10 100", numbers(wired, "#i = :a", ""));
        assertEquals("10 9", numbers(wired, "id=:a AND n BETWEEN :l AND :m", ",'ScanIndexForward':false"));
        assertEquals("9 10 100", numbers(wired, "(id = :a) and (n >= :l)", ""));
        assertEquals("1", numbers(wired, "id = :a", ",'Limit':1"));
        for (String wrong :
                new String[] {"n = :l", "id < :a", "id = :a AND x = :l", "id = :a OR n = :l", "id = :z", "§"}) {
            assertEquals(
                    "400 com.amazonaws.dynamodb.v20120810#ValidationException",
                    wired.refusal("dynamodb", "Query", query(wrong, "")));
        }
    }

    private static String query(String condition, String more) {
        return "{'TableName':'t','KeyConditionExpression':'" + condition + "','ExpressionAttributeNames':{'#i':'id'},"
                + "'ExpressionAttributeValues':{':a':{'S':'a'},':l':{'N':'9'},':m':{'N':'10.0'}}" + more + "}";
    }

    private static String numbers(WiredRegion wired, String condition, String more) {
        JsonNode items = wired.ask("dynamodb", "Query", query(condition, more)).path("Items");
        return String.join(
                " ",
                items.valueStream().map(item -> Json.text(item.path("n"), "N")).toList());
    }

    @Test
    void anyOtherServiceKeepsWhatItWasSentAndGivesItsFixedAnswers() {
        var wired = new WiredRegion(new RecordingService(
                "topics",
                "sns",
                Map.of("Publish", new HttpAnswer(200, Map.of(), "{\"MessageId\":\"1\"}", Latency.ofMillis(20)))));
        var request = new ServiceRequest("sns", "POST", "/", "Publish", "", Headers.NONE, Body.utf8("a=b"));
        assertEquals("{\"MessageId\":\"1\"}", wired.request(request).body().utf8());
        assertEquals(20_000_000, wired.lastLatencyNanos);
        RecordedRequest recorded = wired.read().requests().getFirst();
        assertEquals("a=b", recorded.request().body().utf8());
        assertEquals("topics", recorded.resource());
        assertEquals(
                400,
                wired.request(new ServiceRequest("sns", "POST", "/", "Other", "", Headers.NONE, Body.EMPTY))
                        .status());
    }

    @Test
    void aRequestThatIsNoJsonIsRefusedInTheServicesOwnWords() {
        var wired = new WiredRegion();
        assertEquals("400 SerializationException", wired.refusal("states", "StartExecution", "[".repeat(2_000)));
        assertEquals("400 UnknownOperationException", wired.refusal("states", "CreateActivity", "{}"));
    }
}
