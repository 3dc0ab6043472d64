package dev.sluice.engine.observation.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.execution.TestInvocation;
import dev.sluice.engine.execution.TestInvocation.Opened;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.observation.ObservedEngine;
import dev.sluice.engine.observation.ObservedEngine.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestInvokeTest {
    private final ObservedEngine watched = new ObservedEngine(Watch.NOTHING, Optional.of(new ThrottleSettings("1", 1)));

    private static String resourceId(String path) {
        return ObservedEngine.definition().resource(path).orElseThrow().id();
    }

    private static TestInvocation test(String resourcePath, String method, String path, String body) {
        return new TestInvocation(
                ObservedEngine.API,
                resourceId(resourcePath),
                method,
                path,
                Headers.NONE,
                Body.utf8(body),
                Map.of(),
                "");
    }

    private TestInvokeResult run(TestInvocation test) {
        var exchange = ((Opened.Found) watched.engine().gateway().test(test)).exchange();
        HttpResponse response = watched.run(exchange);
        return TestInvokeResult.of(exchange.record(), response);
    }

    private static List<String> texts(TestInvokeResult result) {
        return result.log()
                .lines()
                .map(line -> line.replaceFirst("^.{19} UTC \\d{4} : ", ""))
                .toList();
    }

    @Test
    void aMockIsTestedWithItsLogFromTheStartOfTheExecution() {
        TestInvokeResult result = run(test("/pets/{petId}", "GET", "/pets/123?foo=bar", ""));
        assertEquals(200, result.status());
        assertEquals("{\"id\": \"123\"}", result.body());
        assertEquals(Map.of("Content-Type", "application/json"), result.headers());
        assertEquals(Map.of("Content-Type", List.of("application/json")), result.multiValueHeaders());
        List<String> lines = texts(result);
        String id = lines.getFirst().substring("Execution log for request ".length());
        assertEquals(
                List.of(
                        "Execution log for request " + id,
                        "Starting execution for request: " + id,
                        "HTTP Method: GET, Resource Path: /pets/123",
                        "Method request path: {petId=123}",
                        "Method request query string: {foo=bar}",
                        "Method request headers: {}",
                        "Method request body before transformations: ",
                        "Method response body after transformations: {\"id\": \"123\"}",
                        "Method response headers: {Content-Type=application/json}",
                        "Successfully completed execution",
                        "Method completed with status: 200"),
                lines);
        assertTrue(result.log().endsWith("\n"));
        assertTrue(
                result.log()
                        .lines()
                        .skip(1)
                        .allMatch(line -> line.matches(
                                "[A-Z][a-z]{2} [A-Z][a-z]{2} \\d\\d \\d\\d:\\d\\d:\\d\\d UTC \\d{4} : .*")),
                result.log());
    }

    @Test
    void withoutAPathTheTemplateIsThePathAndAnotherPathHasNoParameters() {
        assertEquals(
                "{\"id\": \"{petId}\"}",
                run(test("/pets/{petId}", "GET", "", "")).body());
        TestInvokeResult other = run(test("/pets/{petId}", "GET", "/elsewhere", ""));
        assertEquals("{\"id\": \"\"}", other.body());
        assertTrue(other.log().contains("Resource Path: /elsewhere\n"), other.log());
        assertTrue(other.log().contains("Method request path: {}\n"), other.log());
    }

    @Test
    void aFunctionIsCalledThroughTheDriverAndItsLinesAreThere() {
        TestInvokeResult result = run(test("/function", "POST", "/function", "{\"a\": 1}"));
        assertEquals(201, result.status());
        assertEquals(12, result.latencyMillis());
        assertEquals(
                List.of("X-Amzn-Trace-Id", "Content-Type"),
                List.copyOf(result.headers().keySet()));
        List<String> starts = List.of(
                "Execution log",
                "Starting execution",
                "HTTP Method: POST",
                "Method request path: ",
                "Method request query string: ",
                "Method request headers: ",
                "Method request body before transformations: {\"a\": 1}",
                "Endpoint request URI: https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/",
                "Endpoint request headers: {x-amzn-lambda-integration-tag=",
                "Endpoint request body after transformations: {",
                "Sending request to https://lambda.us-east-1.amazonaws.com/",
                "Received response. Status: 200, Integration latency: 12 ms",
                "Endpoint response headers: {",
                "Endpoint response body before transformations: {",
                "Method response body after transformations: made",
                "Method response headers: {X-Amzn-Trace-Id=",
                "Successfully completed execution",
                "Method completed with status: 201");
        List<String> lines = texts(result);
        assertEquals(starts.size(), lines.size(), result.log());
        for (int i = 0; i < starts.size(); i++) {
            assertTrue(lines.get(i).startsWith(starts.get(i)), lines.get(i));
        }
    }

    @Test
    void aFailureHasOnlyTheErrorTypeAndEndsWithItsLine() {
        TestInvokeResult result = run(test("/broken", "GET", "", ""));
        assertEquals(500, result.status());
        assertEquals(Map.of("x-amzn-ErrorType", "InternalServerErrorException"), result.headers());
        List<String> lines = texts(result);
        assertEquals("Method completed with status: 500", lines.getLast());
        assertTrue(lines.get(lines.size() - 2).startsWith("Execution failed due to configuration error: "));
    }

    @Test
    void aTestIsNeitherLimitedNorCountedNorKept() {
        for (int i = 0; i < 5; i++) {
            assertEquals(200, run(test("/pets/{petId}", "GET", "/pets/1", "")).status());
        }
        assertEquals(0, watched.engine().journal().end());
        assertEquals(0, watched.engine().gateway().counters().requests());
        assertEquals(List.of(), watched.engine().observation().metrics().list());
        assertEquals(List.of(), watched.engine().snapshot(ObservedEngine.START).buckets());
    }

    @Test
    void anUnknownResourceApiOrMethodIsNotFound() {
        var gateway = watched.engine().gateway();
        var resource = new Opened.NotFound("Invalid Resource identifier specified");
        TestInvocation good = test("/pets/{petId}", "GET", "", "");
        assertEquals(resource, gateway.test(other("nothing", good.resourceId(), "GET")));
        assertEquals(resource, gateway.test(other(good.apiId(), "nothing", "GET")));
        assertEquals(
                new Opened.NotFound("Invalid Method identifier specified"),
                gateway.test(other(good.apiId(), good.resourceId(), "PUT")));
    }

    private static TestInvocation other(String apiId, String resourceId, String method) {
        return new TestInvocation(apiId, resourceId, method, "", Headers.NONE, Body.EMPTY, Map.of(), "");
    }
}
