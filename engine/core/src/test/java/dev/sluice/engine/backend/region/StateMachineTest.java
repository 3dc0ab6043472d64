package dev.sluice.engine.backend.region;

import static dev.sluice.engine.backend.region.WiredRegion.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.states.ExecutionReading;
import dev.sluice.engine.definition.Backend.Latency;
import dev.sluice.engine.definition.ServiceBackend.Queue;
import dev.sluice.engine.definition.ServiceBackend.StateMachine;
import dev.sluice.engine.definition.ServiceBackend.StateMachineType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StateMachineTest {
    private static final String MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:m";

    private final WiredRegion wired = new WiredRegion(
            WiredRegion.function("work", "{\"done\":true}", 35_000),
            WiredRegion.function("quick", "{\"n\":7}", 0),
            WiredRegion.failing("broken", "Broken"),
            Queue.named("jobs"));

    private void machine(String definition) {
        machine(StateMachineType.STANDARD, definition);
    }

    private void machine(StateMachineType type, String definition) {
        wired.configure(new StateMachine("m", type, definition.replace('\'', '"'), Latency.NONE));
    }

    private String start(String input) {
        String quoted = Json.write(Json.text(input.replace('\'', '"'))).replace("'", "\\u0027");
        return Json.text(
                wired.ask("states", "StartExecution", "{'stateMachineArn':'" + MACHINE + "','input':" + quoted + "}"),
                "executionArn");
    }

    private JsonNode describe(String arn) {
        return wired.ask("states", "DescribeExecution", "{'executionArn':'" + arn + "'}");
    }

    private String outcome(String definition, String input) {
        machine(definition);
        JsonNode described = describe(start(input));
        return Json.text(described, "status")
                + (described.has("output") ? " " + Json.text(described, "output") : "")
                + (described.has("error") ? " " + Json.text(described, "error") : "");
    }

    private static String task(String function, String more) {
        return "{'StartAt':'T','States':{'T':{'Type':'Task','Resource':'arn:aws:lambda:us-east-1:123456789012:function:"
                + function + "'" + more + ",'End':true},'Caught':{'Type':'Pass','End':true}}}";
    }

    @Test
    void anExecutionRunsAsLongAsItsFunctionAndThenSucceeds() {
        machine(task("work", ""));
        String arn = start("{}");
        assertTrue(arn.startsWith("arn:aws:states:us-east-1:123456789012:execution:m:"), arn);
        wired.passSeconds(34.999);
        assertEquals("RUNNING", Json.text(describe(arn), "status"));
        wired.passSeconds(0.001);
        JsonNode described = describe(arn);
        assertEquals("SUCCEEDED", Json.text(described, "status"));
        assertEquals("{\"done\":true}", Json.text(described, "output"));
        assertEquals(
                35,
                described
                        .path("stopDate")
                        .decimalValue()
                        .subtract(described.path("startDate").decimalValue())
                        .intValue());
    }

    @Test
    void dataGoesThroughPathsParametersAndSelectors() {
        assertEquals(
                "SUCCEEDED {\"a\":{\"b\":1},\"r\":{\"seven\":7,\"name\":\"T\"}}",
                outcome(
                        task(
                                "quick",
                                ",'Parameters':{'x.$':'$.a.b'},'ResultSelector':{'seven.$':'$.n','name.$':'$$.State.Name'},"
                                        + "'ResultPath':'$.r'"),
                        "{'a':{'b':1}}"));
        assertEquals("SUCCEEDED 1", outcome(task("quick", ",'ResultPath':null,'OutputPath':'$.a'"), "{'a':1}"));
        assertEquals(
                "SUCCEEDED {\"t\":\"job 5 of {\\\"a\\\":5}\",\"s\":\"{\\\"a\\\":5}\"}",
                outcome(
                        "{'StartAt':'P','States':{'P':{'Type':'Pass','Parameters':{'t.$':'States.Format(\\'job {} of {}\\', $.a, $)',"
                                        .replace("\\'", "\\u0027")
                                + "'s.$':'States.JsonToString($)'},'End':true}}}",
                        "{'a':5}"));
    }

    @Test
    void aFailingTaskIsRetriedWithBackoffAndThenCaught() {
        String retry = ",'Retry':[{'ErrorEquals':['Broken'],'IntervalSeconds':2,'BackoffRate':3,'MaxAttempts':2}]";
        machine(task("broken", retry + ",'Catch':[{'ErrorEquals':['States.ALL'],'ResultPath':'$.e','Next':'Caught'}]"));
        String arn = start("{}");
        wired.passSeconds(7.9);
        assertEquals("RUNNING", Json.text(describe(arn), "status"));
        wired.passSeconds(0.1);
        JsonNode described = describe(arn);
        assertEquals("SUCCEEDED", Json.text(described, "status"));
        assertEquals(
                "Broken",
                Json.text(
                        Json.read(Json.text(described, "output")).orElseThrow().path("e"), "Error"));
        assertEquals(3, wired.read().invocations().size());
        assertEquals("FAILED Broken", outcome(task("broken", ""), "{}"));
        assertEquals("FAILED Lambda.ResourceNotFoundException", outcome(task("nobody", ""), "{}"));
    }

    @Test
    void timeoutsOfTasksAndExecutionsEndThem() {
        machine(task("work", ",'TimeoutSeconds':10"));
        String task = start("{}");
        wired.passSeconds(10);
        assertEquals("States.Timeout", Json.text(describe(task), "error"));
        machine("{'TimeoutSeconds':5,'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':9,'End':true}}}");
        String execution = start("{}");
        wired.passSeconds(5);
        assertEquals("TIMED_OUT", Json.text(describe(execution), "status"));
    }

    @Test
    void aChoiceFollowsItsFirstMatchingRule() {
        String choice = "{'StartAt':'C','States':{'C':{'Type':'Choice','Choices':["
                + "{'And':[{'Variable':'$.n','NumericGreaterThan':5},{'Not':{'Variable':'$.s','IsPresent':true}}],'Next':'Big'},"
                + "{'Variable':'$.s','StringMatches':'a*c','Next':'Abc'}],'Default':'Else'},"
                + "'Big':{'Type':'Pass','Result':'big','End':true},'Abc':{'Type':'Pass','Result':'abc','End':true},"
                + "'Else':{'Type':'Fail','Error':'Else','Cause':'nothing matched'}}}";
        assertEquals("SUCCEEDED \"big\"", outcome(choice, "{'n':6}"));
        assertEquals("SUCCEEDED \"abc\"", outcome(choice, "{'n':6,'s':'abbc'}"));
        assertEquals("FAILED Else", outcome(choice, "{'n':6,'s':'x'}"));
        assertEquals("FAILED States.Runtime", outcome(choice, "{}"));
    }

    @Test
    void branchesRunAtTheSameTimeAndTheFirstFailureEndsThem() {
        String parallel = "{'StartAt':'P','States':{'P':{'Type':'Parallel','Branches':["
                + "{'StartAt':'A','States':{'A':{'Type':'Wait','Seconds':10,'End':true}}},"
                + "{'StartAt':'B','States':{'B':{'Type':'Pass','Result':2,'End':true}}}],'End':true}}}";
        machine(parallel);
        String arn = start("1");
        wired.passSeconds(10);
        assertEquals("[1,2]", Json.text(describe(arn), "output"));
        assertEquals(
                "FAILED X",
                outcome(parallel.replace("'Type':'Pass','Result':2,'End':true", "'Type':'Fail','Error':'X'"), "1"));
    }

    @Test
    void aTaskSendsToAQueue() {
        String send = "{'StartAt':'S','States':{'S':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage',"
                + "'Parameters':{'QueueUrl':'https://sqs.us-east-1.amazonaws.com/123456789012/jobs','MessageBody.$':'$'},"
                + "'ResultSelector':{'md5.$':'$.MD5OfMessageBody'},'End':true}}}";
        assertEquals("SUCCEEDED {\"md5\":\"d2ce28b9a7fd7e4407e2b0fd499b7fe4\"}", outcome(send, "{'id':1}"));
        assertEquals(
                "{\"id\":1}",
                wired.region.peek("jobs", 1, wired.now()).getFirst().body());
        assertEquals("FAILED Sqs.QueueDoesNotExist", outcome(send.replace("/jobs", "/gone"), "{}"));
    }

    @Test
    void aSynchronousExecutionAnswersWhenItEnds() {
        machine(StateMachineType.EXPRESS, task("work", ""));
        JsonNode answer =
                wired.ask("states", "StartSyncExecution", "{'stateMachineArn':'" + MACHINE + "','input':'{}'}");
        assertEquals("SUCCEEDED", Json.text(answer, "status"));
        assertEquals(35 * SECOND, wired.lastLatencyNanos);
        machine(StateMachineType.EXPRESS, "{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':301,'End':true}}}");
        assertEquals(
                "TIMED_OUT",
                Json.text(
                        wired.ask("states", "StartSyncExecution", "{'stateMachineArn':'" + MACHINE + "'}"), "status"));
        machine(task("work", ""));
        assertEquals(
                "400 StateMachineTypeNotSupported",
                wired.refusal("states", "StartSyncExecution", "{'stateMachineArn':'" + MACHINE + "'}"));
    }

    @Test
    void aLoopEndsWithTheHistoryAndHoldsNobodyUp() {
        machine("{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'B'},'B':{'Type':'Pass','Next':'A'}}}");
        String arn = start("{}");
        for (int i = 0; i < 3; i++) {
            describe(arn);
        }
        JsonNode described = describe(arn);
        assertEquals("FAILED", Json.text(described, "status"));
        assertTrue(Json.text(described, "cause").contains("25000"));
        ExecutionReading reading = wired.region.execution(arn, wired.now()).orElseThrow();
        assertEquals(1_000, reading.history().size());
    }

    @Test
    void dataThatGrowsWithoutEndFailsTheExecution() {
        String grow = "{'StartAt':'A','States':{'A':{'Type':'Pass','Parameters':{'a.$':'$','b.$':'$'},'Next':'A'}}}";
        assertEquals("FAILED States.DataLimitExceeded", outcome(grow, "{}"));
        String nest = "{'StartAt':'A','States':{'A':{'Type':'Pass','Parameters':{'a.$':'$'},'Next':'A'}}}";
        assertEquals("FAILED States.DataLimitExceeded", outcome(nest, "{}"));
    }

    @Test
    void executionsAreListedStoppedAndDeletedWithTheirMachine() {
        machine(task("work", ""));
        String arn = start("{}");
        String named = "{'stateMachineArn':'" + MACHINE + "','name':'one','input':'{}'}";
        wired.ask("states", "StartExecution", named);
        wired.ask("states", "StartExecution", named);
        assertEquals(
                "400 ExecutionAlreadyExists", wired.refusal("states", "StartExecution", named.replace("'{}'", "'[]'")));
        wired.ask("states", "StopExecution", "{'executionArn':'" + arn + "','error':'E','cause':'C'}");
        assertEquals("ABORTED", Json.text(describe(arn), "status"));
        String running = "{'stateMachineArn':'" + MACHINE + "','statusFilter':'RUNNING'}";
        assertEquals(
                1,
                wired.ask("states", "ListExecutions", running)
                        .path("executions")
                        .size());
        JsonNode events = wired.ask("states", "GetExecutionHistory", "{'executionArn':'" + arn + "'}")
                .path("events");
        assertEquals("ExecutionStarted", Json.text(events.path(0), "type"));
        assertEquals("LambdaFunctionScheduled", Json.text(events.path(2), "type"));
        assertEquals("ExecutionAborted", Json.text(events.path(3), "type"));
        wired.ask("states", "DeleteStateMachine", "{'stateMachineArn':'" + MACHINE + "'}");
        assertEquals("400 StateMachineDoesNotExist", wired.refusal("states", "StartExecution", named));
    }

    @Test
    void oldExecutionsGoAndAreCounted() {
        machine("{'StartAt':'A','States':{'A':{'Type':'Succeed'}}}");
        String first = start("{}");
        for (int i = 0; i < 1_005; i++) {
            start("{}");
        }
        wired.passSeconds(1);
        var reading = wired.read().stateMachines().getFirst();
        assertEquals(0, reading.running());
        assertEquals(6, reading.dropped());
        assertEquals(
                "400 ExecutionDoesNotExist",
                wired.refusal("states", "DescribeExecution", "{'executionArn':'" + first + "'}"));
        assertFalse(reading.executions().isEmpty());
    }
}
