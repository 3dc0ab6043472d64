package dev.sluice.engine.observation.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.definition.Backend.FunctionAnswer.Payload;
import dev.sluice.engine.definition.Backend.Latency;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.definition.FunctionLimits;
import dev.sluice.engine.definition.FunctionModel;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.driver.simulation.Arrival;
import dev.sluice.engine.driver.simulation.Simulation;
import dev.sluice.engine.execution.FunctionWorkspaces;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.observation.ObservedEngine;
import dev.sluice.engine.observation.ObservedEngine.Watch;
import dev.sluice.engine.observation.logs.ExecutionLog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TracesTest {
    private static final String ROOT = "1-5759e988-bd862e3fe1be46a994272793";
    private static final String CALLER = "Root=" + ROOT + ";Parent=53995c3f42cd8ad8;Sampled=";
    private static final Watch TRACED = new Watch(LoggingLevel.OFF, false, false, true, "");

    private static JsonNode document(ObservedEngine watched) {
        return JsonMapper.shared().readTree(SegmentDocument.of(watched.newest()));
    }

    @Test
    void aSegmentSaysWhatWasCalledAndWhatWasAnswered() {
        var watched = new ObservedEngine(TRACED);
        HttpResponse response = watched.send("POST", "/function", "{}", "User-Agent", "curl");
        JsonNode segment = document(watched);
        assertEquals("watched/prod", segment.path("name").asString());
        assertEquals("AWS::ApiGateway::Stage", segment.path("origin").asString());
        assertEquals(
                "arn:aws:apigateway:us-east-1::/restapis/a1b2c3d4e5/stages/prod",
                segment.path("resource_arn").asString());
        assertEquals(
                "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/prod/function",
                segment.at("/http/request/url").asString());
        assertEquals(201, segment.at("/http/response/status").asInt());
        assertEquals("Default", segment.at("/aws/xray/sampling_rule_name").asString());
        assertEquals("prod", segment.at("/annotations/aws:api_stage").asString());
        assertEquals(
                0.012,
                segment.path("end_time").asDouble() - segment.path("start_time").asDouble(),
                1e-6);
        JsonNode lambda = segment.at("/subsegments/0");
        assertEquals("Lambda", lambda.path("name").asString());
        assertEquals("fn", lambda.at("/aws/function_name").asString());
        assertEquals("Invoke", lambda.at("/aws/operation").asString());
        assertEquals(200, lambda.at("/http/response/status").asInt());
        assertTrue(lambda.path("id").asString().matches("[0-9a-f]{16}"));
        assertEquals(
                "Root=" + segment.path("trace_id").asString() + ";Parent="
                        + segment.path("id").asString() + ";Sampled=1",
                response.headers().first("X-Amzn-Trace-Id").orElseThrow());
        assertEquals(
                List.of(segment.toString()),
                watched.engine()
                        .observation()
                        .traces()
                        .documents(
                                segment.path("trace_id").asString(),
                                watched.engine().functionLog()));
    }

    @Test
    void theAuthorizersCallIsASubsegmentOfItsOwn() {
        var watched = new ObservedEngine(TRACED);
        watched.get("/guarded", "Authorization", "letmein");
        JsonNode subsegments = document(watched).path("subsegments");
        assertEquals(1, subsegments.size());
        assertEquals("door", subsegments.at("/0/aws/function_name").asString());
        assertEquals("Lambda", subsegments.at("/0/name").asString());
    }

    @Test
    void aColdStartIsPartOfTheCallThatWaitedForItAndOfNoOther() {
        List<JsonNode> calls = coldAndWarm(8_000);
        JsonNode cold = calls.get(0).path("subsegments");
        assertEquals(1, cold.size());
        assertEquals("Initialization", cold.at("/0/name").asString());
        assertTrue(cold.at("/0/id").asString().matches("[0-9a-f]{16}"));
        assertEquals(8, seconds(cold.at("/0")), 1e-6);
        assertEquals(8.1, seconds(calls.get(0)), 1e-6);
        assertEquals(
                calls.get(0).path("start_time").asDouble(),
                cold.at("/0/start_time").asDouble());
        assertFalse(calls.get(1).has("subsegments"));
    }

    @Test
    void aColdStartThatTheGatewayGaveUpOnEndsWithTheCall() {
        JsonNode call = coldAndWarm(32_000).getFirst();
        assertTrue(call.path("fault").asBoolean());
        assertEquals("Initialization", call.at("/subsegments/0/name").asString());
        assertEquals(29, seconds(call.at("/subsegments/0")), 1e-6);
    }

    private static double seconds(JsonNode segment) {
        return segment.path("end_time").asDouble() - segment.path("start_time").asDouble();
    }

    /** The calls of two requests, a minute between them, to a function that runs 100 ms. */
    private static List<JsonNode> coldAndWarm(double coldMillis) {
        var model = new FunctionModel(
                new Payload("{\"statusCode\": 200}"),
                List.of(),
                Optional.empty(),
                Latency.ofMillis(100),
                Latency.ofMillis(coldMillis),
                300,
                0);
        var function = new ModelledFunction("f", model, FunctionLimits.OF_A_MODEL);
        Engine engine =
                Engine.open(FunctionWorkspaces.of(function), Engine.Settings.startingAt(ObservedEngine.START, 42));
        HttpRequest plain = FunctionWorkspaces.get("f");
        var request = new HttpRequest(
                plain.method(),
                plain.target(),
                plain.headers().toBuilder().set("X-Amzn-Trace-Id", CALLER + "1").build(),
                plain.body(),
                plain.sourceIp());
        var arrivals = Stream.of(0L, 60L)
                .map(second -> new Arrival<>(ObservedEngine.START + second * ObservedEngine.SECOND, request, ""))
                .iterator();
        new Simulation<>(engine.gateway(), arrivals, answer -> {}).run();
        return engine.observation().traces().documents(ROOT, engine.functionLog()).stream()
                .map(document -> JsonMapper.shared().readTree(document).at("/subsegments/0"))
                .toList();
    }

    @Test
    void aThrottledSegmentIsThrottledAndAnErrorAndAFailedOneAFault() {
        var watched = new ObservedEngine(TRACED, Optional.of(new ThrottleSettings("1", 1)));
        watched.get("/pets/1", "X-Amzn-Trace-Id", CALLER + "1");
        assertFalse(document(watched).has("error"));
        watched.get("/pets/1", "X-Amzn-Trace-Id", CALLER + "1");
        assertTrue(document(watched).path("throttle").asBoolean());
        assertTrue(document(watched).path("error").asBoolean());
        watched.get("/unreachable", "X-Amzn-Trace-Id", CALLER + "1");
        assertTrue(document(watched).path("fault").asBoolean());
        assertTrue(document(watched).at("/subsegments/0/fault").asBoolean());
        assertEquals("nobody.test", document(watched).at("/subsegments/0/name").asString());
        watched.get("/nowhere", "X-Amzn-Trace-Id", CALLER + "1");
        assertEquals(403, document(watched).at("/http/response/status").asInt());
    }

    @Test
    void theCallerDecidesAndItsSegmentIsTheParent() {
        var watched = new ObservedEngine(TRACED);
        watched.get("/pets/1", "X-Amzn-Trace-Id", CALLER + "0");
        assertTrue(watched.newest().trace().isEmpty());
        watched.get("/pets/1", "X-Amzn-Trace-Id", CALLER + "1");
        assertEquals(ROOT, document(watched).path("trace_id").asString());
        assertEquals("53995c3f42cd8ad8", document(watched).path("parent_id").asString());
    }

    @Test
    void aStageThatIsNotTracedFollowsTheCallerAndKeepsItsHeader() {
        var watched = new ObservedEngine(Watch.NOTHING);
        watched.get("/pets/1");
        assertTrue(watched.newest().trace().isEmpty());
        HttpResponse response = watched.send("POST", "/function", "{}", "X-Amzn-Trace-Id", CALLER + "1");
        assertTrue(watched.newest().trace().isPresent());
        assertEquals(CALLER + "1", response.headers().first("X-Amzn-Trace-Id").orElseThrow());
    }

    @Test
    void aSecondsFirstRequestAndOneInTwentyOfTheOthersAreTraced() {
        var watched = new ObservedEngine(TRACED);
        int traced = 0;
        for (int second = 0; second < 20; second++) {
            watched.get("/pets/1");
            assertTrue(watched.newest().trace().isPresent(), "second " + second);
            for (int i = 1; i < 500; i++) {
                watched.pass(ObservedEngine.SECOND / 500);
                watched.get("/pets/1");
                traced += watched.newest().trace().isPresent() ? 1 : 0;
            }
            watched.pass(ObservedEngine.SECOND / 500);
        }
        assertEquals(0.05 * 20 * 499, traced, 100);
    }

    @Test
    void tracingAloneWritesNoExecutionLog() {
        var watched = new ObservedEngine(TRACED);
        watched.get("/pets/1");
        assertEquals(List.of(), ExecutionLog.lines(watched.newest()));
        assertEquals(List.of(), watched.engine().observation().logs().groups());
    }
}
