package dev.sluice.engine.backend.region;

import static dev.sluice.engine.backend.region.WiredRegion.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.queue.QueueReading;
import dev.sluice.engine.definition.Backend.Latency;
import dev.sluice.engine.definition.ServiceBackend.EventSourceMapping;
import dev.sluice.engine.definition.ServiceBackend.Queue;
import dev.sluice.engine.definition.ServiceBackend.QueueAttributes;
import dev.sluice.engine.definition.ServiceBackend.RedrivePolicy;
import dev.sluice.engine.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QueueTest {
    private static final String JOBS = "'QueueUrl':'https://sqs.us-east-1.amazonaws.com/123456789012/jobs'";

    private static Queue queue(QueueAttributes attributes) {
        return new Queue("jobs", attributes, Optional.empty(), Latency.NONE);
    }

    private static QueueAttributes withDeadLetters(int maxReceiveCount) {
        return new QueueAttributes(
                0,
                262_144,
                3_600,
                0,
                30,
                false,
                Optional.of(new RedrivePolicy("arn:aws:sqs:us-east-1:123456789012:dead", maxReceiveCount)));
    }

    private final WiredRegion wired = new WiredRegion(Queue.named("jobs"));

    private JsonNode send(String body) {
        return wired.ask("sqs", "SendMessage", "{" + JOBS + ",'MessageBody':'" + body + "'}");
    }

    private JsonNode receive() {
        return wired.ask("sqs", "ReceiveMessage", "{" + JOBS + ",'AttributeNames':['All'],'MaxNumberOfMessages':10}");
    }

    private QueueReading reading(String name) {
        return wired.read().queues().stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMessageIsReceivedAndDeleted() {
        JsonNode sent = send("hello");
        assertEquals("5d41402abc4b2a76b9719d911017c592", Json.text(sent, "MD5OfMessageBody"));
        JsonNode message = receive().path("Messages").path(0);
        assertEquals("hello", Json.text(message, "Body"));
        assertEquals(Json.text(sent, "MessageId"), Json.text(message, "MessageId"));
        assertEquals("1", Json.text(message.path("Attributes"), "ApproximateReceiveCount"));
        assertTrue(receive().isEmpty());
        wired.ask(
                "sqs", "DeleteMessage", "{" + JOBS + ",'ReceiptHandle':'" + Json.text(message, "ReceiptHandle") + "'}");
        wired.passSeconds(31);
        assertTrue(receive().isEmpty());
    }

    @Test
    void aMessageNotDeletedBecomesVisibleAgainAtItsTimeoutAndNotBefore() {
        send("a");
        receive();
        wired.passSeconds(29.999);
        assertTrue(receive().isEmpty());
        wired.passSeconds(0.001);
        JsonNode again = receive().path("Messages").path(0);
        assertEquals("2", Json.text(again.path("Attributes"), "ApproximateReceiveCount"));
    }

    @Test
    void anOldReceiptHandleDeletesNothing() {
        send("a");
        String handle = Json.text(receive().path("Messages").path(0), "ReceiptHandle");
        wired.passSeconds(30);
        receive();
        wired.ask("sqs", "DeleteMessage", "{" + JOBS + ",'ReceiptHandle':'" + handle + "'}");
        wired.passSeconds(30);
        assertFalse(receive().isEmpty());
    }

    @Test
    void visibilityCanBeShortenedToNothing() {
        send("a");
        String handle = Json.text(receive().path("Messages").path(0), "ReceiptHandle");
        String change = "{" + JOBS + ",'VisibilityTimeout':0,'ReceiptHandle':'" + handle + "'}";
        wired.ask("sqs", "ChangeMessageVisibility", change);
        assertFalse(receive().isEmpty());
        assertEquals(
                "400 com.amazonaws.sqs#MessageNotInflight", wired.refusal("sqs", "ChangeMessageVisibility", change));
    }

    @Test
    void aDelayedMessageComesWhenItsDelayEnds() {
        wired.ask("sqs", "SendMessage", "{" + JOBS + ",'MessageBody':'late','DelaySeconds':5}");
        assertEquals(1, reading("jobs").delayed());
        assertTrue(receive().isEmpty());
        wired.passSeconds(5);
        assertFalse(receive().isEmpty());
    }

    @Test
    void aLongPollAnswersWhenTheNextMessageBecomesVisibleOrEmptyAtItsEnd() {
        JsonNode empty = wired.ask("sqs", "ReceiveMessage", "{" + JOBS + ",'WaitTimeSeconds':20}");
        assertTrue(empty.isEmpty());
        assertEquals(20 * SECOND, wired.lastLatencyNanos);
        wired.ask("sqs", "SendMessage", "{" + JOBS + ",'MessageBody':'late','DelaySeconds':5}");
        JsonNode found = wired.ask("sqs", "ReceiveMessage", "{" + JOBS + ",'WaitTimeSeconds':20}");
        assertFalse(found.isEmpty());
        assertEquals(5 * SECOND, wired.lastLatencyNanos);
    }

    @Test
    void aMessageReceivedTooOftenGoesToTheDeadLetterQueue() {
        wired.configure(queue(withDeadLetters(2)), Queue.named("dead"));
        send("poison");
        receive();
        wired.passSeconds(30);
        receive();
        wired.passSeconds(30);
        assertTrue(receive().isEmpty());
        assertEquals(1, reading("dead").visible());
        assertEquals(1, reading("jobs").deadLettered());
        assertEquals(
                "poison", wired.region.peek("dead", 10, wired.now()).getFirst().body());
    }

    @Test
    void aMessageOlderThanItsRetentionGoes() {
        wired.configure(queue(withDeadLetters(2)));
        send("old");
        wired.passSeconds(3_599);
        assertEquals(1, reading("jobs").visible());
        wired.passSeconds(1);
        assertEquals(0, reading("jobs").visible());
        assertEquals(1, reading("jobs").expired());
    }

    @Test
    void attributesHaveSqsOwnDigest() {
        String number = "{'timestamp':{'StringValue':'1493147359900','DataType':'Number'}}";
        String labelled = "{'timestamp':{'StringValue':'1493147359900','DataType':'Number.java.lang.Long'}}";
        assertEquals("235c5c510d26fb653d073faed50ae77c", digest(number));
        assertEquals("2e2e4876d8e0bd6b8c2c8f556831c349", digest(labelled));
    }

    private String digest(String attributes) {
        return Json.text(
                wired.ask(
                        "sqs",
                        "SendMessage",
                        "{" + JOBS + ",'MessageBody':'a','MessageAttributes':" + attributes + "}"),
                "MD5OfMessageAttributes");
    }

    @Test
    void aFormFromTheGatewayIsAnsweredInJson() {
        HttpResponse answer = wired.form(
                "/123456789012/jobs", "application/json", "Action=SendMessage&MessageBody={\"foo\": \"bar\"}");
        JsonNode body = Json.read(answer.body().utf8()).orElseThrow();
        JsonNode result = body.path("SendMessageResponse").path("SendMessageResult");
        assertEquals("94232c5b8fc9272f6f73a1e36eb68fcf", Json.text(result, "MD5OfMessageBody"));
        assertTrue(result.path("SequenceNumber").isNull());
        assertEquals(
                "{\"foo\": \"bar\"}",
                wired.region.peek("jobs", 1, wired.now()).getFirst().body());
    }

    @Test
    void aFormWithAttributesInEitherSpellingIsUnderstood() {
        for (String prefix : new String[] {"MessageAttribute", "MessageAttributes"}) {
            String form = "Action=SendMessage&MessageBody=a%20b%2Bc+d&X.1.Name=user-agent&X.1.Value.DataType=String"
                    + "&X.1.Value.StringValue=BAR";
            wired.form("/123456789012/jobs", "application/json", form.replace("X.", prefix + "."));
        }
        for (var message : wired.region.peek("jobs", 10, wired.now())) {
            assertEquals("a b+c d", message.body());
            assertEquals("BAR", message.attributes().get("user-agent").value());
        }
        assertEquals(2, reading("jobs").visible());
    }

    @Test
    void aFormIsAnsweredInXmlWhereNobodyAsksForJson() {
        String xml = wired.form("/", "*/*", "Action=SendMessage&QueueUrl=http://x/1/jobs&MessageBody=<hi>")
                .body()
                .utf8();
        assertTrue(xml.contains("<SendMessageResult><MessageId>"), xml);
        wired.form("/1/jobs", "*/*", "Action=SendMessage&MessageBody=%3Chi%3E");
        String received = wired.form(
                        "/1/jobs", "*/*", "Action=ReceiveMessage&MaxNumberOfMessages=10&AttributeName.1=All")
                .body()
                .utf8();
        assertTrue(received.contains("<Body>&lt;hi&gt;</Body>"), received);
        assertTrue(
                received.contains("<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>"),
                received);
        String error = wired.form("/1/nothing", "*/*", "Action=SendMessage&MessageBody=a")
                .body()
                .utf8();
        assertTrue(error.contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>"), error);
    }

    @Test
    void aBatchAnswersForEachEntry() {
        JsonNode answer = wired.ask(
                "sqs",
                "SendMessageBatch",
                "{" + JOBS
                        + ",'Entries':[{'Id':'a','MessageBody':'1'},{'Id':'b','MessageBody':'2','DelaySeconds':901}]}");
        assertEquals("a", Json.text(answer.path("Successful").path(0), "Id"));
        assertEquals("InvalidParameterValue", Json.text(answer.path("Failed").path(0), "Code"));
        assertEquals(
                "400 com.amazonaws.sqs#EmptyBatchRequest",
                wired.refusal("sqs", "SendMessageBatch", "{" + JOBS + ",'Entries':[]}"));
    }

    @Test
    void aFifoQueueKeepsAGroupInOrderAndTakesAMessageOnce() {
        wired.configure(Queue.named("jobs.fifo"));
        for (String id : new String[] {"1", "2", "1", "3"}) {
            wired.ask(
                    "sqs",
                    "SendMessage",
                    "{'QueueUrl':'jobs.fifo','MessageBody':'" + id + "','MessageGroupId':'"
                            + (id.equals("3") ? "h" : "g") + "','MessageDeduplicationId':'" + id + "'}");
        }
        String one = "{'QueueUrl':'jobs.fifo'}";
        JsonNode first =
                wired.ask("sqs", "ReceiveMessage", one).path("Messages").path(0);
        assertEquals("1", Json.text(first, "Body"));
        assertEquals(
                "3",
                Json.text(
                        wired.ask("sqs", "ReceiveMessage", one).path("Messages").path(0), "Body"));
        assertTrue(wired.ask("sqs", "ReceiveMessage", one).isEmpty());
        wired.passSeconds(30);
        assertEquals(
                "1",
                Json.text(
                        wired.ask("sqs", "ReceiveMessage", one).path("Messages").path(0), "Body"));
    }

    @Test
    void aFullQueueSaysOverLimit() {
        String large = "x".repeat(1_000_000);
        int sent = 0;
        while (sent < 100
                && wired.form("/1/jobs", "*/*", "Action=SendMessage&MessageBody=" + large)
                                .status()
                        == 200) {
            sent++;
        }
        assertEquals(67, sent);
    }

    @Test
    void messagesSurviveAChangeOfTheConfigurationAndGoWithTheirQueue() {
        send("a");
        wired.configure(queue(withDeadLetters(5)));
        assertEquals(1, reading("jobs").visible());
        assertEquals("400 com.amazonaws.sqs#QueueDoesNotExist", wired.refusal("sqs", "PurgeQueue", "{'QueueUrl':'x'}"));
    }

    @Test
    void aWorkerDrainsTheQueueAsFastAsItsConcurrencyAllows() {
        wired.configure(
                WiredRegion.function("work", "null", 1_000),
                new Queue(
                        "jobs",
                        QueueAttributes.DEFAULT,
                        Optional.of(new EventSourceMapping("work", 1, 2, true, false)),
                        Latency.NONE));
        for (int i = 0; i < 10; i++) {
            send("m" + i);
        }
        wired.passSeconds(2.5);
        assertEquals(6, reading("jobs").worker().orElseThrow().invocations());
        assertEquals(4, reading("jobs").deleted());
        wired.passSeconds(2.5);
        assertEquals(10, reading("jobs").deleted());
        assertEquals(0, reading("jobs").inFlight());
        assertTrue(wired.read().invocations().getFirst().event().contains("\"eventSource\":\"aws:sqs\""));
    }

    @Test
    void whatAWorkerFailsEndsInTheDeadLetterQueue() {
        wired.configure(
                WiredRegion.failing("work", "Broken"),
                Queue.named("dead"),
                new Queue(
                        "jobs",
                        withDeadLetters(3),
                        Optional.of(new EventSourceMapping("work", 10, 5, true, false)),
                        Latency.NONE));
        send("poison");
        wired.passSeconds(89);
        assertEquals(0, reading("dead").visible());
        wired.passSeconds(1);
        assertEquals(1, reading("dead").visible());
        assertEquals(3, reading("jobs").worker().orElseThrow().failures());
    }

    /** Against an oracle that keeps a list and looks at every message every time. */
    @Test
    void countsAgreeWithASimpleQueueWhateverIsAsked() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var region = new WiredRegion(Queue.named("jobs"));
            Map<String, Long> visibleAt = new HashMap<>();
            Set<String> taken = new HashSet<>();
            var handles = new ArrayDeque<String[]>();
            for (int step = 0; step < 60; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> {
                        int delay = random.nextInt(20);
                        String id = Json.text(
                                region.ask(
                                        "sqs",
                                        "SendMessage",
                                        "{" + JOBS + ",'MessageBody':'m','DelaySeconds':" + delay + "}"),
                                "MessageId");
                        visibleAt.put(id, region.now() + delay * SECOND);
                    }
                    case 1 -> {
                        int timeout = random.nextInt(40);
                        JsonNode got = region.ask(
                                "sqs", "ReceiveMessage", "{" + JOBS + ",'VisibilityTimeout':" + timeout + "}");
                        for (JsonNode message : got.path("Messages")) {
                            String id = Json.text(message, "MessageId");
                            assertTrue(visibleAt.get(id) <= region.now(), "received before it was visible");
                            visibleAt.put(id, region.now() + timeout * SECOND);
                            taken.add(id);
                            handles.add(new String[] {id, Json.text(message, "ReceiptHandle")});
                        }
                    }
                    case 2 -> {
                        String[] last = handles.pollLast();
                        if (last != null) {
                            region.ask("sqs", "DeleteMessage", "{" + JOBS + ",'ReceiptHandle':'" + last[1] + "'}");
                            visibleAt.remove(last[0]);
                        }
                    }
                    default -> region.passSeconds(random.nextInt(15));
                }
                long now = region.now();
                long visible =
                        visibleAt.values().stream().filter(at -> at <= now).count();
                QueueReading reading = region.read().queues().getFirst();
                assertEquals(visible, reading.visible(), "seed " + seed + " step " + step);
                assertEquals(visibleAt.size() - visible, reading.inFlight() + reading.delayed());
            }
            assertNotEquals(0, taken.size() + visibleAt.size());
        }
    }
}
