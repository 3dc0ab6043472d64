package dev.sluice.engine.aws.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.aws.AwsService;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.observation.ObservedEngine;
import dev.sluice.engine.observation.ObservedEngine.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Paths and bodies as the CLIs sent them, but for times and ids. */
class XRayTest {
    private static final long SECOND = ObservedEngine.START / ObservedEngine.SECOND;

    private final ObservedEngine watched = new ObservedEngine(new Watch(LoggingLevel.OFF, false, false, true, ""));
    private final AwsService xray = XRay.over(watched.engine());

    @BeforeEach
    void traffic() {
        for (String path : List.of("/pets/1", "/unreachable", "/guarded")) {
            watched.get(path);
            watched.pass(2 * ObservedEngine.SECOND); // the first request of each second is traced
        }
        watched.send("POST", "/function", "{}");
    }

    private HttpResponse send(String path, String body) {
        var request = new HttpRequest(
                "POST", path, Headers.of("Content-Type", "application/json"), Body.utf8(body), "127.0.0.1");
        assertTrue(xray.serves(request));
        return xray.answer(request, ObservedEngine.START + 60 * ObservedEngine.SECOND);
    }

    private JsonNode ask(String path, String body) {
        HttpResponse response = send(path, body);
        assertEquals(200, response.status(), response.body().utf8());
        return Json.read(response.body().utf8()).orElseThrow();
    }

    private static String range(String filter) {
        var body = Json.object().put("StartTime", SECOND - 5).put("EndTime", SECOND + 60);
        return (filter.isEmpty() ? body : body.put("FilterExpression", filter)).toString();
    }

    private List<Integer> statuses(String filter) {
        var statuses = new ArrayList<Integer>();
        ask("/TraceSummaries", range(filter))
                .path("TraceSummaries")
                .forEach(summary -> statuses.add(summary.at("/Http/HttpStatus").asInt()));
        return statuses;
    }

    @Test
    void summariesAreFiltered() {
        assertEquals(List.of(200, 504, 401, 201), statuses(""));
        assertEquals(List.of(504), statuses("fault"));
        assertEquals(List.of(401), statuses("error"));
        assertEquals(List.of(), statuses("http.status = 429"));
        assertEquals(List.of(504), statuses("http.status >= 500 AND !ok"));
        assertEquals(List.of(200, 201), statuses("ok AND duration < 5"));
        assertEquals(List.of(200, 504), statuses("(fault OR http.url CONTAINS \"/pets\") AND http.method = \"GET\""));
        assertEquals(List.of(200, 504, 401, 201), statuses("service(\"watched/prod\")"));
        assertEquals(List.of(201), statuses("service(\"fn\")"));
        assertEquals(List.of(200, 504, 401, 201), statuses("annotation[aws:api_stage] = \"prod\""));
        assertEquals(List.of(), statuses("annotation.aws:api_id = \"other\""));
    }

    @Test
    void aFilterThatIsNotUnderstoodIsRefusedWithItsPlace() {
        String body =
                send("/TraceSummaries", range("fault AND nonsense")).body().utf8();
        assertTrue(body.contains("\"__type\":\"InvalidRequestException\""), body);
        assertTrue(body.contains("the keyword nonsense is not known at character 11."), body);
        assertTrue(send("/TraceSummaries", range("edge(\"a\", \"b\")"))
                .body()
                .utf8()
                .contains("keyword edge"));
        assertEquals(400, send("/TraceSummaries", "{}").status());
    }

    @Test
    void tracesComeWithTheirDocuments() {
        String id = Json.text(
                ask("/TraceSummaries", range("fault")).path("TraceSummaries").get(0), "Id");
        JsonNode answer = ask("/Traces", "{\"TraceIds\": [\"" + id + "\", \"1-5759e988-bd862e3fe1be46a994272793\"]}");
        assertEquals(id, Json.text(answer.path("Traces").get(0), "Id"));
        JsonNode document = Json.read(Json.text(answer.at("/Traces/0/Segments/0"), "Document"))
                .orElseThrow();
        assertEquals(504, document.at("/http/response/status").asInt());
        assertEquals(
                "[\"1-5759e988-bd862e3fe1be46a994272793\"]",
                answer.path("UnprocessedTraceIds").toString());
    }

    @Test
    void theGraphCountsCalls() {
        JsonNode services = ask("/ServiceGraph", range("")).path("Services");
        var shown = new ArrayList<String>();
        services.forEach(service -> shown.add(Json.text(service, "Type") + " " + Json.text(service, "Name") + " "
                + service.at("/SummaryStatistics/TotalCount").asInt() + " "
                + service.at("/SummaryStatistics/FaultStatistics/TotalCount").asInt()));
        assertTrue(shown.contains("AWS::ApiGateway::Stage watched/prod 4 1"), shown.toString());
        assertTrue(shown.contains("client watched/prod 4 1"), shown.toString());
        assertTrue(shown.contains("AWS::Lambda fn 1 0"), shown.toString());
        assertTrue(shown.contains("remote nobody.test 1 1"), shown.toString());
        assertEquals(
                "Default",
                Json.text(ask("/GetSamplingRules", "{}").at("/SamplingRuleRecords/0/SamplingRule"), "RuleName"));
        assertEquals("Default", Json.text(ask("/Groups", "{}").at("/Groups/0"), "GroupName"));
    }

    @Test
    void noFilterMakesItFail() {
        var random = new Random(5);
        String[] parts = {
            "fault",
            "!",
            "(",
            ")",
            " AND ",
            " OR ",
            "http.status",
            "=",
            ">=",
            "5",
            "\"x\"",
            "annotation",
            "[a]",
            ".b",
            "service(",
            "duration",
            " CONTAINS ",
            "😀",
            "'",
            "\0",
            "99999999999999999999",
            "NOT "
        };
        for (int i = 0; i < 20_000; i++) {
            var filter = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                filter.append(parts[random.nextInt(parts.length)]);
            }
            int status = send("/TraceSummaries", range(filter.toString())).status();
            assertTrue(status == 200 || status == 400, filter.toString());
        }
        assertEquals(400, send("/TraceSummaries", range("!".repeat(2_000))).status());
    }
}
