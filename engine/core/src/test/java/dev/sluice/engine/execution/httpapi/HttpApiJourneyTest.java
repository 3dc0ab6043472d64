package dev.sluice.engine.execution.httpapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.HttpApi.PayloadFormatVersion;
import dev.sluice.engine.definition.HttpApi.RouteSettings;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.ExchangeRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Data-plane sections 4, 6, 18 and 19: addresses, routes, limits and the gateway's own answers. */
class HttpApiJourneyTest {
    private final HttpApiFixture api = new HttpApiFixture();

    @Test
    void aWholePathGoesBeforeAGreedyOneAndThatBeforeTheDefault() {
        api.function("$default", says(5))
                .function("ANY /{proxy+}", says(4))
                .function("GET /pets/{proxy+}", says(3))
                .function("GET /pets/dog/{id}", says(2))
                .function("GET /pets/dog/1", says(1))
                .function("ANY /pets/dog/1", says(6));
        assertEquals("1", text(api.get("/pets/dog/1")));
        assertEquals("2", text(api.get("/pets/dog/2")));
        assertEquals("3", text(api.get("/pets/cat/1")));
        assertEquals("4", text(api.send("POST", "/test/5", Body.EMPTY)));
        assertEquals("6", text(api.send("POST", "/pets/dog/1", Body.EMPTY)));
        assertEquals("5", text(api.get("/")));
    }

    @Test
    void aPathWithParametersGoesBeforeAGreedyOneEvenIfThatIsMoreLiteral() {
        api.function("GET /a/{rest+}", says(1)).function("GET /{first}/b", says(2));
        assertEquals("2", text(api.get("/a/b")));
        assertEquals("1", text(api.get("/a/c")));
    }

    @Test
    void whatHasNoRouteIsNotFound() {
        api.function("GET /pets", says(1));
        HttpResponse answer = api.get("/dogs");
        assertEquals(404, answer.status());
        assertEquals("{\"message\":\"Not Found\"}", text(answer));
        assertEquals("application/json", answer.headers().first("content-type").orElse(""));
        assertTrue(answer.headers().contains("apigw-requestid"));
        assertFalse(answer.headers().contains("x-amzn-RequestId"));
        assertFalse(answer.headers().contains("x-amzn-ErrorType"));
        assertFalse(answer.headers().contains("x-amz-apigw-id"));
        assertEquals(404, api.send("POST", "/pets", Body.EMPTY).status());
    }

    @Test
    void aStageIsTakenByNameElseTheDefaultStageElseItIsNotFound() {
        api.stages = List.of(HttpApiFixture.stage("dev"), HttpApiFixture.stage(HttpApi.DEFAULT_STAGE));
        api.function("$default", new FunctionAnswer.EchoEvent());
        assertTrue(text(api.get("/dev/pets")).contains("\"stage\":\"dev\""));
        assertTrue(text(api.get("/pets")).contains("\"stage\":\"$default\""));
        assertTrue(text(api.get("/_aws/execute-api/" + HttpApiFixture.API_ID + "/pets", "Host", "127.0.0.1"))
                .contains("\"rawPath\":\"/pets\""));
        assertTrue(text(api.get("/_aws/execute-api/" + HttpApiFixture.API_ID, "Host", "127.0.0.1"))
                .contains("\"rawPath\":\"/\""));

        var named = new HttpApiFixture();
        named.stages = List.of(HttpApiFixture.stage("dev"));
        named.function("$default", says(1));
        HttpResponse answer = named.get("/prod/pets");
        assertEquals(404, answer.status());
        assertEquals("{\"message\":\"Not Found\"}", text(answer));
        assertTrue(answer.headers().contains("apigw-requestid"));
    }

    @Test
    void aCustomDomainMapsToAnHttpApi() {
        api.function("GET /pets", says(1));
        api.more = workspace -> workspace.withDomainNames(List.of(new DomainName(
                "api.example.com",
                List.of(new DomainName.BasePathMapping("v1", HttpApiFixture.API_ID, HttpApi.DEFAULT_STAGE)))));
        assertEquals("1", text(api.get("/v1/pets", "Host", "api.example.com:4567")));
        assertEquals(403, api.get("/v2/pets", "Host", "api.example.com").status());
    }

    @Test
    void aStageWithoutAutomaticDeploymentServesItsDeploymentAndOneWithItTheDraft() {
        api.function("GET /pets", says(1));
        HttpApi draft = api.api();
        var frozen = new HttpApi.Stage(
                "frozen", false, Optional.of("dep1"), "", Map.of(), RouteSettings.NONE, Map.of(), Optional.empty());
        var empty = new HttpApi.Definition("pets", "", "1", Optional.empty(), List.of(), List.of(), List.of());
        api.more = workspace -> workspace.withHttpApi(new HttpApi(
                draft.id(),
                draft.draft(),
                List.of(new HttpApi.Deployment("dep1", "", 0, draft.draft())),
                List.of(frozen, HttpApiFixture.stage("live"))));
        assertEquals(200, api.get("/frozen/pets").status());
        assertEquals(200, api.get("/live/pets").status());
        api.engine()
                .apply(
                        workspace -> {
                            HttpApi now = workspace.httpApis().getFirst();
                            return workspace.withHttpApi(new HttpApi(now.id(), empty, now.deployments(), now.stages()));
                        },
                        api.nowNanos);
        assertEquals(200, api.get("/frozen/pets").status());
        assertEquals(404, api.get("/live/pets").status());
    }

    @Test
    void aTrailingSlashIsIgnoredForMatchingAndKeptInTheRawPath() {
        api.function("GET /pets", new FunctionAnswer.EchoEvent());
        assertTrue(text(api.get("/pets/")).contains("\"rawPath\":\"/pets/\""));
    }

    @Test
    void aRouteHasItsOwnLimitOrTheStagesAndAllShareTheAccounts() {
        var stage = new HttpApi.Stage(
                HttpApi.DEFAULT_STAGE,
                true,
                Optional.empty(),
                "",
                Map.of(),
                new RouteSettings(Optional.of(new ThrottleSettings("1", 2)), false),
                Map.of("GET /own", new RouteSettings(Optional.of(new ThrottleSettings("1", 1)), false)),
                Optional.empty());
        api.stages = List.of(stage);
        api.function("GET /own", says(1)).function("GET /a", says(1)).function("GET /b", says(1));
        assertEquals(List.of(200, 429), statuses("/own", "/own"));
        assertEquals(List.of(200, 200, 429), statuses("/a", "/a", "/a"));
        assertEquals(List.of(200, 200, 429), statuses("/b", "/b", "/b"));
        HttpResponse refused = api.get("/a");
        assertEquals("{\"message\":\"Too Many Requests\"}", text(refused));
        api.nowNanos += 1_000_000_000L;
        assertEquals(List.of(200, 429), statuses("/own", "/own"));
    }

    @Test
    void theAccountLimitsHttpApisToo() {
        api.function("$default", says(1));
        api.more = workspace ->
                workspace.withAccount(new Account("123456789012", "us-east-1", new ThrottleSettings("1", 3)));
        assertEquals(List.of(200, 200, 200, 429), statuses("/", "/", "/", "/"));
    }

    @Test
    void aFunctionThatFailsIsAnInternalServerError() {
        api.function("GET /error", new FunctionAnswer.Fails("boom", "Error"))
                .function("GET /shape", new FunctionAnswer.Payload("{\"statusCode\":\"many\"}"))
                .function("GET /text", new FunctionAnswer.Payload("no json"));
        for (String path : List.of("/error", "/shape", "/text")) {
            HttpResponse answer = api.get(path);
            assertEquals(500, answer.status());
            assertEquals("{\"message\":\"Internal Server Error\"}", text(answer));
        }
    }

    @Test
    void aFunctionThatTakesLongerThanThirtySecondsIsServiceUnavailable() {
        api.function("GET /in-time", PayloadFormatVersion.V2_0, new FunctionAnswer.Payload("1"), 30_000)
                .function("GET /late", PayloadFormatVersion.V2_0, new FunctionAnswer.Payload("1"), 30_001);
        assertEquals(200, api.get("/in-time").status());
        HttpResponse late = api.get("/late");
        assertEquals(503, late.status());
        assertEquals("{\"message\":\"Service Unavailable\"}", text(late));
    }

    @Test
    void theRecordNamesApiStageAndRoute() {
        api.function("GET /pets/{id}", says(1));
        api.get("/pets/7");
        ExchangeRecord record = api.engine().journal().newest(1).getFirst();
        assertEquals(HttpApiFixture.API_ID, record.place().apiId());
        assertEquals(HttpApi.DEFAULT_STAGE, record.place().stage());
        assertEquals("/pets/{id}", record.place().resourcePath());
        assertEquals("/pets/7", record.path());
        assertEquals("GET", record.httpMethod());
        assertEquals("GET /pets/{id}", record.place().configuredMethod());
        assertTrue(record.throttle().isPresent());
    }

    @Test
    void aStageWritesAnAccessLogWithRouteKeyAndStatus() {
        HttpApi.Stage plain = HttpApiFixture.stage(HttpApi.DEFAULT_STAGE);
        api.stages = List.of(new HttpApi.Stage(
                plain.stageName(),
                true,
                Optional.empty(),
                "",
                Map.of(),
                RouteSettings.NONE,
                Map.of(),
                Optional.of(new AccessLogSettings(
                        "arn:log", "$context.requestId $context.routeKey $context.status $context.path"))));
        api.function("GET /pets/{id}", says(1));
        HttpResponse found = api.get("/pets/7");
        HttpResponse lost = api.get("/dogs");
        List<String> lines = api.engine().journal().newest(2).stream()
                .map(record -> record.accessLine().orElseThrow().text())
                .sorted()
                .toList();
        assertEquals(
                List.of(id(found) + " GET /pets/{id} 200 /pets/7", id(lost) + " - 404 /dogs").stream()
                        .sorted()
                        .toList(),
                lines);
    }

    private static String id(HttpResponse answer) {
        return answer.headers().first("apigw-requestid").orElse("");
    }

    @Test
    void aRouteWithoutItsIntegrationIsAnInternalServerError() {
        api.function("GET /pets", says(1));
        api.integrations.clear();
        assertEquals(500, api.get("/pets").status());
    }

    private List<Integer> statuses(String... paths) {
        return List.of(paths).stream().map(path -> api.get(path).status()).toList();
    }

    private static FunctionAnswer says(int number) {
        return new FunctionAnswer.Payload(Integer.toString(number));
    }

    private static String text(HttpResponse answer) {
        return answer.body().utf8();
    }
}
